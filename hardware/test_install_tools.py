#!/usr/bin/env python3
"""install-tools.sh against a package system that is locked: it waits, says so, goes on, and gives up in words. No package is touched: apt is a fake."""
import os
import subprocess
import tempfile
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
LOCKED = 'E: Could not get lock /var/lib/dpkg/lock-frontend. It is held by process 1 (unattended-upgr)'
# Counts its calls; the first few of them find the lock held, whatever they ask for.
APT = '''#!/bin/sh
case "$*" in *policy*|*madison*) exit 0 ;; esac
echo "$*" >> "$CALLS"
n=$(wc -l < "$CALLS")
if [ "$n" -le "$HELD" ]; then echo '%s' >&2; exit 100; fi
%s
'''


class InstallTools(unittest.TestCase):
    def run_script(self, held, wait='60', after='exit 0'):
        with tempfile.TemporaryDirectory() as folder:
            tools = {'apt-get': APT % (LOCKED, after), 'apt-cache': '#!/bin/sh\necho "  Candidate: 9.0.8"\n', 'kicad-cli': '#!/bin/sh\necho 9.0.8\n'}
            for name, text in tools.items():
                path = os.path.join(folder, name)
                with open(path, 'w', encoding='utf-8') as file:
                    file.write(text)
                os.chmod(path, 0o755)
            for name in ('sh', 'awk', 'grep', 'head', 'sed', 'cat', 'date', 'sleep', 'wc', 'mktemp', 'rm'):
                os.symlink('/usr/bin/' + name, os.path.join(folder, name))
            calls = os.path.join(folder, 'calls')
            done = subprocess.run(['/bin/sh', os.path.join(HERE, 'install-tools.sh')], capture_output=True, text=True, check=False,
                                  env={'PATH': folder, 'CALLS': calls, 'HELD': str(held), 'HWTOKEN_LOCK_WAIT': wait, 'HWTOKEN_LOCK_PAUSE': '0'})
            with open(calls, encoding='utf-8') as file:
                return done, file.read().splitlines()

    def test_a_lock_that_goes_away_is_waited_for(self):
        done, calls = self.run_script(held=3)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(done.stdout.count('locked by another program, waiting'), 3)
        self.assertEqual(len(calls), 5)      # three in vain, update, install
        self.assertIn('DPkg::Lock::Timeout=60', calls[0])

    def test_a_lock_that_stays_ends_in_words(self):
        done, _ = self.run_script(held=1000, wait='0')
        self.assertEqual(done.returncode, 1)
        self.assertIn('has been locked for 0 s by another program', done.stderr)

    def test_another_failure_is_not_waited_for(self):
        done, calls = self.run_script(held=0, after="echo 'E: Unable to locate package kicad' >&2; exit 100")
        self.assertEqual((done.returncode, len(calls)), (1, 1))
        self.assertIn('Unable to locate package', done.stderr)


if __name__ == '__main__':
    unittest.main(verbosity=0)
