"""Reads messages with Python's email package: base64 a line in, one JSON object a line out."""

import base64
import email
import email.policy
import email.utils
import json
import sys
from datetime import timezone


def addresses(message, name):
    values = [str(value) for value in message.get_all(name, [])]
    return [address for _, address in email.utils.getaddresses(values, strict=False) if address]


def old_getaddresses():
    """Before 3.12.5 (and its back-ports) getaddresses takes no `strict`."""
    try:
        email.utils.getaddresses([], strict=False)
    except TypeError:
        real = email.utils.getaddresses
        email.utils.getaddresses = lambda values, strict=False: real(values)


def decoded(value):
    if value is None:
        return None
    out = []
    for text, charset in email.header.decode_header(str(value)):
        if isinstance(text, bytes):
            try:
                out.append(text.decode(charset or "utf-8", "replace"))
            except LookupError:
                out.append(text.decode("latin-1"))
        else:
            out.append(text)
    return "".join(out)


def date(message):
    try:
        moment = email.utils.parsedate_to_datetime(str(message.get("date", "")))
    except (TypeError, ValueError, IndexError, OverflowError):
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=timezone.utc)
    try:
        return moment.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%S")
    except (ValueError, OverflowError):
        return None


def leaves(part):
    """Parts without children; what an attached message carries is not entered."""
    if part.get_content_maintype() == "multipart" and part.is_multipart():
        for child in part.get_payload():
            yield from leaves(child)
    else:
        yield part


def text_of(part):
    payload = part.get_payload(decode=True)
    if payload is None:
        return ""
    try:
        return payload.decode(part.get_content_charset() or "utf-8", "replace")
    except LookupError:
        return payload.decode("latin-1")


def read(raw):
    message = email.message_from_bytes(raw, policy=email.policy.compat32)
    attachments, texts = [], []
    for part in leaves(message):
        name = part.get_filename()
        kind = part.get_content_type()
        disposition = (part.get("content-disposition") or "").split(";")[0].strip().lower()
        if disposition != "attachment" and name is None and kind in ("text/plain", "text/html"):
            if kind == "text/plain":
                texts.append(text_of(part))
        else:
            attachments.append(decoded(name))
    return {
        "subject": decoded(message.get("subject")),
        "from": addresses(message, "from")[:1],
        "to": addresses(message, "to"),
        "date": date(message),
        "messageId": message.get("message-id") and str(message.get("message-id")),
        "attachments": attachments,
        "text": "\n".join(texts),
    }


old_getaddresses()
for line in sys.stdin:
    try:
        answer = read(base64.b64decode(line))
    except Exception as error:  # what it cannot read is no disagreement, but is told
        answer = {"error": type(error).__name__}
    print(json.dumps(answer))
