"""Run Debian's Apache with the redirect rules, and beside them a host of the files they lead to."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.acceptance.fences import ROOT, fences
from tests.needs import needs

__all__ = ["RULES", "redirecting"]

RULES = "validator/integrations/w3id"
#: The address that stands in the rules until somebody knows where the files will be.
_BASE = "https://askfirst.example.org"
_MODULES = Path("/usr/lib/apache2/modules")
#: A server that starts as root hands its requests to a user who may read little.
_USER = "User nobody\nGroup nogroup\n" if os.geteuid() == 0 else ""


@contextmanager
def redirecting() -> Iterator[str]:
    """Yield the address in whose folder `askfirst` the rules hold, as they would on w3id.org."""
    search = os.pathsep.join([os.environ["PATH"], "/usr/sbin"])
    apache = shutil.which("apache2", path=search)
    needs("apache2", apache is not None)
    with TemporaryDirectory(prefix="askfirst-") as folder:
        Path(folder).chmod(0o755)
        address = f"http://127.0.0.1:{_free_port()}"
        _lay_out(Path(folder), address)
        with subprocess.Popen([str(apache), "-X", "-f", f"{folder}/apache.conf"]) as server:
            try:
                _wait(address)
                yield address
            finally:
                server.terminate()


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
    return port


def _lay_out(folder: Path, address: str) -> None:
    site, ids = folder / "site", folder / "ids/askfirst"
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    environment = {**os.environ, "SITE": str(site), "PATH": path}
    subprocess.run(["sh", "-ec", _fence("sh")], cwd=ROOT, env=environment, check=True)  # noqa: S607 - any shell
    ids.mkdir(parents=True)
    rules = (ROOT / RULES / ".htaccess").read_text(encoding="utf-8")
    (ids / ".htaccess").write_text(rules.replace(_BASE, f"{address}/site"), encoding="utf-8")
    (folder / "apache.conf").write_text(_configuration(folder, address), encoding="utf-8")


def _fence(language: str) -> str:
    return next(one.text for one in fences(f"{RULES}/README.md") if one.language == language)


def _configuration(folder: Path, address: str) -> str:
    modules = ["mpm_event", "authz_core", "alias", "mime", "headers", "rewrite"]
    loaded = "\n".join(f"LoadModule {m}_module {_MODULES}/mod_{m}.so" for m in modules)
    return f"""\
{loaded}
{_USER}
ServerName 127.0.0.1
Listen {address.removeprefix("http://")}
DefaultRuntimeDir {folder}
PidFile {folder}/apache.pid
ErrorLog {folder}/error.log
TypesConfig /dev/null
DocumentRoot {folder}/ids
Alias /site {folder}/site
<Directory {folder}/ids>
AllowOverride All
Options FollowSymLinks
Require all granted
</Directory>
<Directory {folder}/site>
AllowOverride None
Require all granted
{_fence("apache")}
</Directory>
"""


def _wait(address: str) -> None:
    """Wait until the server answers, at most ten seconds."""
    host, port = address.removeprefix("http://").split(":")
    until = time.monotonic() + 10
    while True:
        try:
            socket.create_connection((host, int(port))).close()
        except ConnectionRefusedError:
            if time.monotonic() > until:
                raise
            time.sleep(0.02)
        else:
            return
