"""python3 -m unittest discover -s hardware/jig"""
import contextlib
import io
import json
import os
import socketserver
import sys
import tempfile
import threading
import unittest
from unittest import mock

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import jig  # noqa: E402

GOOD = {'rail': 3.31, 'panel off': 0.0, 'held': 0.34, 'asleep': 0.019}


class FakeMeter(socketserver.ThreadingTCPServer):
    """Answers each SCPI query with the next value of a list; None closes the line without an answer."""
    allow_reuse_address = True
    daemon_threads = True

    def __init__(self, answers):
        self.answers, self.asked = list(answers), []
        super().__init__(('127.0.0.1', 0), Handler)


class Handler(socketserver.StreamRequestHandler):
    def handle(self):
        self.server.asked.append(self.rfile.readline().strip())
        answer = self.server.answers.pop(0)
        if answer is not None:
            self.wfile.write(b'%g\n' % answer)


class Jig(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.calls = os.path.join(self.folder.name, 'calls')
        self.program('nanoff', 'echo ESP32-D0WD-V3')
        self.program('hwtoken', 'echo PASS KEY SECRET 00112233')

    def program(self, name, body):
        path = os.path.join(self.folder.name, name)
        with open(path, 'w', encoding='utf-8') as file:
            file.write('#!/bin/sh\necho "$0 $*" >> "%s"\n%s\n' % (self.calls, body))
        os.chmod(path, 0o755)

    def run_jig(self, *words, answers=(3.31, 0.0, 0.00034, 0.000019)):
        record = os.path.join(self.folder.name, 'record')
        with FakeMeter(answers) as meter:
            threading.Thread(target=meter.serve_forever, args=(0.01,), daemon=True).start()
            out = io.StringIO()
            with mock.patch.dict(os.environ, {'PATH': self.folder.name + ':/usr/bin:/bin'}), contextlib.redirect_stdout(out):
                status = jig.main(['--serial', 'S', '--line', 'L', '--image', 'I', '--lot', 'LOT', '--record', record,
                                   '--meter', 'tcp:127.0.0.1:%d' % meter.server_address[1], *words])
            meter.shutdown()
        self.asked = meter.asked
        lines = []
        if os.path.exists(record):
            with open(record, encoding='utf-8') as file:
                lines = file.read().splitlines()
        return status, out.getvalue(), [json.loads(line) for line in lines]

    def test_a_good_board_passes_and_its_readings_are_kept(self):
        status, out, record = self.run_jig()
        self.assertEqual((status, out.splitlines()[-1]), (0, 'PASS'))
        self.assertTrue(record[0]['passed'])
        for name, value in GOOD.items():
            self.assertAlmostEqual(record[0]['results'][name], value)
        self.assertEqual(self.asked, [b'MEAS:VOLT:DC?', b'MEAS:VOLT:DC?', b'MEAS:CURR:DC?', b'MEAS:CURR:DC?'])

    def test_target_and_address_come_from_the_board_profile(self):
        self.run_jig()
        with open(self.calls, encoding='utf-8') as file:
            calls = file.read()
        self.assertIn('--target ESP32_REV3 --serialport S --deploy --image I --address 0x1E0000', calls)
        self.assertIn('lot run LOT --port L --once', calls)

    def test_nothing_that_a_program_printed_is_kept(self):
        _, out, record = self.run_jig()
        self.assertNotIn('00112233', out + json.dumps(record))

    def test_a_rail_that_is_off_stops_before_anything_is_flashed(self):
        status, out, record = self.run_jig(answers=(2.9,))
        self.assertEqual(status, 1)
        self.assertIn('rail       FAIL: read 2.9 volts, expected 3.23 to 3.37', out)
        self.assertFalse(os.path.exists(self.calls))
        self.assertEqual(record[0]['failedAt'], 'rail')

    def test_a_good_board_is_not_failed_for_what_r1_draws(self):
        status, _, _ = self.run_jig('--only', 'held', answers=(0.000338,))
        self.assertEqual(status, 0)

    def test_a_program_that_fails_names_itself(self):
        self.program('nanoff', 'exit 3')
        status, out, _ = self.run_jig()
        self.assertEqual(status, 1)
        self.assertIn("'nanoff' ended with status 3", out)

    def test_another_chip_is_refused(self):
        self.program('nanoff', 'echo STM32')
        self.assertIn("'nanoff' does not name ESP32", self.run_jig()[1])

    def test_a_silent_meter_says_what_to_do(self):
        status, out, _ = self.run_jig(answers=(None,))
        self.assertEqual(status, 1)
        self.assertIn('check cable and address, or use --meter ask', out)

    def test_a_dry_run_does_nothing(self):
        status, out, record = self.run_jig('--dry-run')
        self.assertEqual((status, record, self.asked), (0, [], []))
        self.assertIn('nanoff --update --target ESP32_REV3', out)
        self.assertFalse(os.path.exists(self.calls))

    def test_wrong_words_are_status_2(self):
        for words in (['--only', 'nothing'], ['--meter', 'usb'], ['--board', 'none']):
            with self.subTest(words), self.assertRaises(SystemExit) as ended, contextlib.redirect_stderr(io.StringIO()):
                self.run_jig(*words)
            self.assertEqual(ended.exception.code, 2)


if __name__ == '__main__':
    unittest.main()
