"""Run the platform: `python -m pipeline --help` says how."""

import argparse
import json
import os
import sys
from pathlib import Path

import uvicorn

from askfirst.errors import AskFirstError
from askfirst.proof import opened
from pipeline.app import Site, application
from pipeline.parties import Account, Accounts, Platform
from pipeline.store import Store


def main() -> None:
    """Serve until somebody stops it."""
    given = _arguments()
    try:
        site = _site(given)
    except (AskFirstError, OSError, ValueError, KeyError) as error:
        sys.exit(f"pipeline: {error}")
    uvicorn.run(
        application(site),
        host=given.host,
        port=given.port,
        log_level="warning",
        server_header=False,
        limit_concurrency=64,
        timeout_keep_alive=5,
    )


def _site(given: argparse.Namespace) -> Site:
    """Return the platform that the arguments describe; it does not start without its key."""
    key = opened(given.key.read_bytes(), os.environ.get("ASKFIRST_PASSPHRASE"))
    url = given.url or f"http://{given.host}:{given.port}"
    account = Account(given.id or f"{url}/", given.name)
    given.data.mkdir(parents=True, exist_ok=True)
    store = Store(given.data / "documents.sqlite")
    accounts = Accounts(json.loads(given.accounts.read_bytes()))
    return Site(accounts, Platform(url, account, key.key, store))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser("pipeline", description="Take uploads with declarations.")
    parser.add_argument("--key", type=Path, required=True, help="the key file to sign with")
    parser.add_argument("--accounts", type=Path, required=True, help="who can log in, as JSON")
    parser.add_argument("--data", type=Path, required=True, help="the folder to keep all in")
    parser.add_argument("--id", help="the address of the platform in documents; else its URL")
    parser.add_argument("--name", default="Example Platform", help="its name in documents")
    parser.add_argument("--url", help="its URL on the web; else the one that it listens at")
    parser.add_argument("--host", default="127.0.0.1", help="the address to listen at")
    parser.add_argument("--port", type=int, default=8080, help="the port to listen at")
    return parser.parse_args()


if __name__ == "__main__":
    main()
