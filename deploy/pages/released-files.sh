#!/usr/bin/env bash
# The hashed files of the releases so far, on a branch of their own without history.
# usage: released-files.sh fetch FOLDER   puts what the branch holds into FOLDER (empty the first time)
#        released-files.sh push FOLDER    makes FOLDER all that the branch holds
set -euo pipefail
action="$1" folder="$2" branch="${RELEASED_BRANCH:-released-files}" remote="${RELEASED_REMOTE:-origin}"
case "$action" in
  fetch)
    mkdir -p "$folder"
    # No such branch yet is fine; no answer from the host is not.
    found="$(git ls-remote --heads "$remote" "$branch")"
    if [ -n "$found" ]; then
      git fetch --quiet --depth=1 "$remote" "$branch"
      git archive FETCH_HEAD | tar -x -C "$folder"
    fi
    ;;
  push)
    index="$(mktemp -u)"
    export GIT_INDEX_FILE="$index"
    git --work-tree="$folder" add --force --all .
    tree="$(git write-tree)"
    rm -f "$index"
    export GIT_AUTHOR_NAME="${GIT_AUTHOR_NAME:-released files}" GIT_AUTHOR_EMAIL="${GIT_AUTHOR_EMAIL:-noreply@github.com}"
    export GIT_COMMITTER_NAME="$GIT_AUTHOR_NAME" GIT_COMMITTER_EMAIL="$GIT_AUTHOR_EMAIL"
    commit="$(git commit-tree -m "Hashed files of the releases so far" "$tree")"
    git push --quiet --force "$remote" "$commit:refs/heads/$branch"
    ;;
  *)
    echo "released-files.sh fetch|push FOLDER" >&2
    exit 2
    ;;
esac
