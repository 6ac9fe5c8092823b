"""What the tests of the program share: the program under test, which is their first argument, and a folder of its own for each
test, with a small scenario in it."""
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

HERE = Path(__file__).resolve().parent
PROGRAM = str(Path(sys.argv.pop(1)).resolve())


class Program(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="skranke-test-"))
        self.addCleanup(shutil.rmtree, self.folder)
        shutil.copy(HERE / "small.toml", self.folder)
        shutil.copytree(HERE / "tables", self.folder / "tables")

    def skranke(self, *arguments, status=0, **options):
        done = subprocess.run([PROGRAM, *arguments], cwd=self.folder, capture_output=True, text=True, encoding="utf-8",
                              timeout=300, **options)
        self.assertEqual(done.returncode, status, f"{arguments}\n{done.stdout}\n{done.stderr}")
        self.assertNotIn("terminate called", done.stderr)
        return done
