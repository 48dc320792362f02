"""What Python's own modules find in the files below a folder, one JSON object a line."""

import email
import email.policy
import hashlib
import json
import mailbox
import os
import sys
import tarfile
import zipfile


def variants(content):
    """Line ends around an attachment are read in two ways (RFC 2046 section 5.1.1); both are right."""
    bare = content.rstrip(b"\r\n")
    forms = {content, bare, bare + b"\n", bare + b"\r\n"}
    forms |= {form.replace(b"\r\n", b"\n") for form in forms}
    forms |= {form.replace(b"\n", b"\r\n") for form in forms}
    return sorted(hashlib.sha256(form).hexdigest() for form in forms)


def attachments(path):
    with open(path, "rb") as file:
        message = email.message_from_binary_file(file, policy=email.policy.compat32)
    found = []
    waiting = [message]
    while waiting:
        part = waiting.pop()
        if part.get_content_type() == "message/rfc822":
            continue
        if part.is_multipart():
            waiting.extend(part.get_payload())
        elif part.get_filename() and part is not message:
            found.append(variants(part.get_payload(decode=True) or b""))
    return found


def members(path):
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            return sum(not entry.is_dir() for entry in archive.infolist())
    with tarfile.open(path) as archive:
        return sum(not entry.isdir() for entry in archive)


def messages(path):
    return len(mailbox.mbox(path, create=False))


def main(root):
    for folder, _, names in os.walk(root):
        for name in names:
            path = os.path.join(folder, name)
            found = {"path": os.path.relpath(path, root)}
            for what in (attachments, members, messages):
                try:
                    found[what.__name__] = what(path)
                except Exception:  # What Python cannot read is nothing to compare with.
                    pass
            print(json.dumps(found))


main(sys.argv[1])
