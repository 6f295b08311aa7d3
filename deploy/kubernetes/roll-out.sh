#!/usr/bin/env bash
# Brings a cluster to the version in version/kustomization.yaml. Usage: deploy/kubernetes/roll-out.sh small|scaled|FOLDER
set -euo pipefail
cd "$(dirname "$0")"
overlay=${1:?"Usage: roll-out.sh small|scaled|FOLDER"}
[ -d "overlays/$overlay" ] && overlay="overlays/$overlay"
here=(kubectl --namespace facturation)

kubectl apply -k foundation
# A job cannot be changed, and the one of the last version has done its work.
"${here[@]}" delete job --selector app.kubernetes.io/component=migration --ignore-not-found
kubectl apply -k migration
# The old version goes on working meanwhile: a migration leaves room for the version before it.
"${here[@]}" wait --for=condition=complete --timeout=30m job --selector app.kubernetes.io/component=migration
kubectl apply -k "$overlay"
for service in invoice recurrence clockify export; do
  "${here[@]}" rollout status --timeout=10m "deployment/$service"
done
