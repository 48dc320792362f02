"""Says what dkimpy makes of every DKIM-Signature: reads JSON lines {id, message (base64), keys}, prints
JSON lines {id, results: ["pass" | "fail" | "error: ..."]}. `keys` maps a DNS name to a record."""
import base64
import json
import sys
import warnings

warnings.simplefilter("ignore")
import dkim  # noqa: E402


def verify(message, keys):
    def dnsfunc(name, timeout=5):
        return keys.get(name.decode("ascii", "replace").rstrip(".").lower(), "").encode() or None

    results = []
    try:
        verifier = dkim.DKIM(message, minkey=512)
        count = sum(1 for name, _ in verifier.headers if name.lower() == b"dkim-signature")
    except Exception as error:
        return ["error: " + type(error).__name__]
    for index in range(count):
        try:
            verifier = dkim.DKIM(message, minkey=512)
            results.append("pass" if verifier.verify(idx=index, dnsfunc=dnsfunc) else "fail")
        except Exception as error:
            results.append("error: %s: %s" % (type(error).__name__, error))
    return results


for line in sys.stdin:
    case = json.loads(line)
    message = base64.b64decode(case["message"])
    print(json.dumps({"id": case["id"], "results": verify(message, case["keys"])}), flush=True)
