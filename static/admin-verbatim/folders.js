// Files with their paths, out of what was chosen or dropped.

// The path below the folder that was chosen; the name alone where files were.
export function pathOf(file) {
  return file.webkitRelativePath || file.name;
}

// Pairs of path and file of everything that was dropped, folders and all that is in them.
export async function filesOf(dataTransfer) {
  // To be asked for at once: what was dropped is gone when the event is over.
  const entries = [...dataTransfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
  if (!entries.length) return [...dataTransfer.files].map((file) => [pathOf(file), file]);
  return below(entries);
}

async function below(entries) {
  const found = [];
  // One after the other: thousands of folders at once are more than a browser opens.
  for (const entry of entries) found.push(...(entry.isFile ? await only(entry) : await below(await listed(entry))));
  return found;
}

// A file that cannot be read, such as a broken link, is passed over.
async function only(entry) {
  const file = await new Promise((resolve) => entry.file(resolve, () => resolve(null)));
  return file ? [[entry.fullPath.replace(/^\//, ""), file]] : [];
}

async function listed(folder) {
  const reader = folder.createReader();
  const found = [];
  // A folder is read in portions; an empty one says that it is over.
  for (;;) {
    const portion = await new Promise((resolve) => reader.readEntries(resolve, () => resolve([])));
    if (!portion.length) return found;
    found.push(...portion);
  }
}
