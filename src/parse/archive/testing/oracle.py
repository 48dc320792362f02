"""What Python's zipfile and tarfile make of archives: one JSON line for each `format<TAB>path` of input.

[path, error or null, [[name, size, sha256 or error or kind], ...]], directories left out.
"""
import hashlib
import json
import sys
import tarfile
import warnings
import zipfile

warnings.simplefilter("ignore")
LARGE = 50_000_000
PASSWORDS = [word.encode() for word in sys.argv[1:]]


def zip_members(path):
    with zipfile.ZipFile(path) as archive:
        for info in archive.infolist():
            if not info.is_dir():
                yield [info.filename, info.file_size, zip_content(archive, info)]


def zip_content(archive, info):
    if info.file_size > LARGE:
        return "large"
    found = "error: no password"
    for password in PASSWORDS if info.flag_bits & 1 else [None]:
        try:
            return hashlib.sha256(archive.open(info, pwd=password).read()).hexdigest()
        except Exception as error:
            found = f"error: {error}"[:80]
    return found


def tar_members(path):
    with tarfile.open(path, "r:") as archive:
        for info in archive:
            if not info.isdir():
                yield [info.name, info.size, tar_content(archive, info)]


def tar_content(archive, info):
    if not info.isreg():
        return "special"
    if info.size > LARGE:
        return "large"
    try:
        return hashlib.sha256(archive.extractfile(info).read()).hexdigest()
    except Exception as error:
        return f"error: {error}"[:80]


for line in sys.stdin:
    kind, path = line.rstrip("\n").split("\t")
    members = []
    failure = None
    try:
        for member in (zip_members if kind == "zip" else tar_members)(path):
            members.append(member)
    except Exception as error:
        failure = f"{type(error).__name__}: {error}"[:120]
    print(json.dumps([path, failure, members]), flush=True)
