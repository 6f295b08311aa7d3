#!/usr/bin/env bash
# Writes the four schemas into the file given, consistent among themselves, while everything runs: backup.sh FILE
set -euo pipefail
file=$(realpath "${1:?"Usage: backup.sh FILE"}")
cd "$(dirname "$0")/../.."
umask 077
docker compose exec -T postgres pg_dump -U postgres --format=custom facturation >"$file.part"
mv "$file.part" "$file"
echo "$(du -h "$file" | cut -f1) in $file"
