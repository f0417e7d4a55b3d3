"""Any result, written piece by piece as it is read, so that the longest takes no more memory than a short one."""
