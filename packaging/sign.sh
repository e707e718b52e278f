#!/usr/bin/env bash
# sign.sh PATH…: signs files for Windows by jsign: packages, and the programs and libraries in folders that nobody else has
# signed. Java's and Microsoft's own libraries keep their signatures. These variables of the environment name the key:
#
#   SIGN_KEYSTORE   a file (PKCS #12), the configuration of a token (PKCS #11), or the name of a signing service's vault
#   SIGN_STORETYPE  the kind, as jsign names it: PKCS12, PKCS11, YUBIKEY, AZUREKEYVAULT, TRUSTEDSIGNING… (PKCS12)
#   SIGN_STOREPASS  the password, the PIN or the token of the service
#   SIGN_ALIAS      the key's name, if there are several
#   SIGN_TIMESTAMP  the address of a time server; without one the signatures end with the certificate
#
# Without SIGN_KEYSTORE or SIGN_STORETYPE nothing is signed, and the script says so. packaging/windows.sh calls it.
set -euo pipefail
jsign=7.5

if [[ -z ${SIGN_KEYSTORE:-}${SIGN_STORETYPE:-} ]]; then
  echo "Not signed: $*. No key is named by SIGN_KEYSTORE." >&2
  exit
fi
root=$(cd "$(dirname "$0")/.." && pwd)
list=$(mktemp)
trap 'rm -f "$list"' EXIT
# A library in a jar would be unpacked and loaded without a signature.
python3 - "$@" >"$list" <<'END_OF_PYTHON'
import pathlib
import struct
import sys
import zipfile


def is_signed(file):
    """Whether the fifth entry of the directory of a program or library, its signatures, is filled."""
    head = file.read_bytes()[:4096]
    optional = struct.unpack_from("<I", head, 0x3C)[0] + 24
    wide = struct.unpack_from("<H", head, optional)[0] == 0x20B
    return struct.unpack_from("<I", head, optional + (112 if wide else 96) + 4 * 8)[0] != 0


for path in map(pathlib.Path, sys.argv[1:]):
    for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
        if file.suffix in (".exe", ".dll") and not is_signed(file) or file.suffix == ".msi":
            print(file)
        if file.suffix == ".jar" and any(name.endswith((".exe", ".dll")) for name in zipfile.ZipFile(file).namelist()):
            sys.exit(f"{file} has programs or libraries, which can't be signed there")
END_OF_PYTHON
[[ -s $list ]] || exit 0

jar=$root/target/sign/jsign-$jsign.jar
[[ -e $jar ]] || (cd "$root" && ./mvnw -B -q org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy \
  -Dartifact=net.jsign:jsign:$jsign -DoutputDirectory=target/sign)
options=(--storetype "${SIGN_STORETYPE:-PKCS12}" --alg SHA-256 --name Forecourt --quiet)
[[ -z ${SIGN_KEYSTORE:-} ]] || options+=(--keystore "$SIGN_KEYSTORE")
[[ -z ${SIGN_STOREPASS:-} ]] || options+=(--storepass env:SIGN_STOREPASS)
[[ -z ${SIGN_ALIAS:-} ]] || options+=(--alias "$SIGN_ALIAS")
if [[ -n ${SIGN_TIMESTAMP:-} ]]; then
  options+=(--tsaurl "$SIGN_TIMESTAMP" --tsmode RFC3161)
else
  echo "No time server is named by SIGN_TIMESTAMP: these signatures end with the certificate." >&2
fi
"$("$root/packaging/build/find-jdk")/bin/java" --sun-misc-unsafe-memory-access=allow -jar "$jar" "${options[@]}" "@$list"
echo "Signed: $(wc -l <"$list") files of $*"
