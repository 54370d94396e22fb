#!/usr/bin/env python3
"""Writes files that no compression shortens: benches/payload.py DIR [FILES] [MIB]"""

import os
import random
import sys

folder = sys.argv[1]
files = int(sys.argv[2]) if len(sys.argv) > 2 else 2000
total = (int(sys.argv[3]) if len(sys.argv) > 3 else 1024) << 20
random.seed(4)
each = total // files
for n in range(files):
    inside = os.path.join(folder, f"carpeta-{n % 80:02d}")
    os.makedirs(inside, exist_ok=True)
    # Sizes as documents have them: most small, a few large, together the same.
    size = each // 2 if n % 2 else each + each // 2
    with open(os.path.join(inside, f"documento-{n:04d}.pdf"), "wb") as file:
        file.write(random.randbytes(size))
