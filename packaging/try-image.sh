#!/usr/bin/env bash
# Lists the vendor's example car with the built image as a user would: by keyboard, in its window on $DISPLAY. A window
# manager must run there. A recorder on this computer stands in for AutoChat and must receive exactly the example.
# Pictures go to target/try/. Arguments start the program in another way: packaging/try-image.sh ./mvnw -q
set -euo pipefail
cd "$(dirname "$0")/.."
[[ $# -gt 0 ]] || set -- target/image/forecourt/bin/forecourt

pictures=target/try
work=$(mktemp -d)
profile=STAGING
. packaging/try/functions.sh
trap tidy EXIT

needs xdotool import python3
xdotool getmouselocation >/dev/null 2>&1 || fail "needs a display, named by DISPLAY"
! window >/dev/null 2>&1 || fail "close the Forecourt on $DISPLAY first: keys might go there"
mkdir -p "$pictures"
rm -f "$pictures"/*.png
fake_autochat

options="-Dforecourt.home=$work/home -Dforecourt.profile=staging -Duser.language=en -Duser.country=NL"
options+=" -Dforecourt.staging.url=$autochat -Dforecourt.token.url=$autochat/oauth/token"
export XDG_STATE_HOME=$work/state FORECOURT_CLIENT_ID=try FORECOURT_CLIENT_SECRET=try
export JAVA_TOOL_OPTIONS="${JAVA_TOOL_OPTIONS:-} $options"
start "$@"
within 10 requests "GET /api/options" || fail "the option list was not asked for"
sleep 1
picture 1-empty

type_car

# The example's values contradict each other: the program warns first and sends at the second request.
xdotool key ctrl+Return
sleep 1
picture 5-worth-a-look
[[ $(requests "POST /api/cars") == 0 ]] || fail "the car was sent before its warnings were seen"
xdotool key ctrl+Return
within 15 test -s "$work/verdict" || fail "no car was sent"
sleep 1
picture 6-accepted
[[ $(<"$work/verdict") == same ]] || fail "the car differs from the example:"$'\n'"$(<"$work/verdict")"
xdotool key ctrl+Return
sleep 1
[[ $(requests "POST /api/cars") == 1 ]] || fail "the car was sent more than once"

close
no_fault "$work/home"
noted=$(attempts "$work/home")
[[ $noted == accepted ]] || fail "the journal says: $noted"
grep -v '^Picked up JAVA_TOOL_OPTIONS' "$work/output" | sed 's/^/It printed: /' || true
echo "Sent once, to the letter, accepted, and closed without a fault. Pictures: $pictures"
