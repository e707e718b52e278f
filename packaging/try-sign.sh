#!/usr/bin/env bash
# Signs a copy of the package for Windows, which packaging/windows.sh made, with a certificate made for this, and checks each
# program, library and package by osslsigncode. Files that were signed by others must have their digest.
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fail() { echo "FAILED: $*" >&2; exit 1; }
cp -r target/image-windows/Forecourt target/installers/*.msi "$work"

# Without a key nothing is changed.
unset SIGN_KEYSTORE SIGN_STORETYPE SIGN_ALIAS SIGN_TIMESTAMP
packaging/sign.sh "$work/Forecourt"
cmp target/image-windows/Forecourt/bin/Forecourt.exe "$work/Forecourt/bin/Forecourt.exe" || fail "changed without a key"

openssl req -x509 -newkey rsa:3072 -nodes -keyout "$work/key" -out "$work/certificate" -days 2 -subj "/CN=Made to try" \
  -addext extendedKeyUsage=codeSigning -addext keyUsage=digitalSignature 2>/dev/null
openssl pkcs12 -export -inkey "$work/key" -in "$work/certificate" -out "$work/store.p12" -passout pass:made
export SIGN_KEYSTORE=$work/store.p12 SIGN_STOREPASS=made
packaging/sign.sh "$work/Forecourt" "$work"/*.msi

own=0 others=0
while read -r file; do
  if osslsigncode verify -CAfile "$work/certificate" -in "$file" >"$work/said" 2>&1; then
    ((++own))
  elif current=$(sed -n 's/^Current message digest *: //p' "$work/said") && [[ -n $current ]] &&
    [[ $current == "$(sed -n 's/^Calculated message digest *: //p' "$work/said")" ]] && grep -q 'Subject: ' "$work/said"; then
    ((++others))
  else
    cat "$work/said" >&2
    fail "$file"
  fi
done < <(find "$work" -name '*.exe' -o -name '*.dll' -o -name '*.msi')
echo "Signed with the made certificate and sound: $own. Signed by others, with their digest: $others."
