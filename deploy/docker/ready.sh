#!/bin/bash
# Succeeds when the service says that it is ready; needs neither curl nor wget in the image.
exec 3<>"/dev/tcp/127.0.0.1/${QUARKUS_HTTP_PORT}" || exit 1
printf 'GET /q/health/ready HTTP/1.0\r\nHost: localhost\r\n\r\n' >&3
read -r _ status _ <&3
[ "$status" = 200 ]
