"""Any result, written piece by piece as it is read, so that the longest takes no more memory than a short one."""

PIECE = 64 * 1024  # characters: of smaller pieces, sending and compressing each costs more than making it
