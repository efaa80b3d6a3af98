#!/usr/bin/env python3
"""jig.py: takes one board in the test jig from bare to provisioned: measures, flashes, gives it its credential, measures again.

Exit status: 0 the board passed, 1 it failed (the step is named), 2 usage. The record holds readings and results, never what a program printed:
provisioning speaks of secrets elsewhere, and here there must be none.
"""
import argparse
import datetime
import json
import os
import shutil
import subprocess
import sys

from meter import MeterError, open_meter

HERE = os.path.dirname(os.path.abspath(__file__))


def arguments(words):
    parser = argparse.ArgumentParser(prog='jig.py', description=__doc__.split('\n')[0])
    parser.add_argument('--serial', required=True, metavar='PORT', help='adapter on TX0 and RX0: image and firmware')
    parser.add_argument('--line', required=True, metavar='PORT', help='adapter on TX2 and RX2: the provisioning line')
    parser.add_argument('--image', required=True, metavar='FILE', help='HwToken.Firmware.bin')
    parser.add_argument('--lot', required=True, metavar='FOLDER', help="the lot, made by 'hwtoken lot create'")
    parser.add_argument('--board', default='reference', metavar='ID', help='board profile (default: reference)')
    parser.add_argument('--meter', default='ask', metavar='METER', help='ask (a person reads, the default) or tcp:HOST:PORT (SCPI)')
    parser.add_argument('--record', metavar='FILE', help='append one line of JSON a board')
    parser.add_argument('--only', metavar='STEP', action='append', help='only this step; may be given several times')
    parser.add_argument('--dry-run', action='store_true', help='say what would be done and do nothing')
    return parser, parser.parse_args(words)


def profile(board):
    with open(os.path.join(HERE, '..', 'boards', board + '.json'), encoding='utf-8') as file:
        return json.load(file)


def command(step, values):
    return [word.format(**values) for word in step['run']]


def run(step, values):
    """None if the program did what it should, else what is wrong."""
    words = command(step, values)
    if shutil.which(words[0]) is None:
        return '%s is not installed or not on the path' % words[0]
    done = subprocess.run(words, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    if done.returncode != 0:
        return "'%s' ended with status %d: run it by hand to see why" % (words[0], done.returncode)
    if step.get('contains', '') not in done.stdout:
        return "'%s' does not name %s" % (words[0], step['contains'])
    return None


def measure(step, meter, results):
    try:
        got = meter(step['measure'], step['say'])
    except MeterError as error:
        return str(error)
    results[step['name']] = got
    if not step['low'] <= got <= step['high']:
        return 'read %g %s, expected %g to %g' % (got, step['measure'], step['low'], step['high'])
    return None


def main(words):
    parser, options = arguments(words)
    with open(os.path.join(HERE, 'steps.json'), encoding='utf-8') as file:
        steps = json.load(file)['steps']
    unknown = set(options.only or ()) - {s['name'] for s in steps}
    try:
        meter, board = open_meter(options.meter), profile(options.board)
    except (ValueError, OSError) as error:
        parser.error(str(error))
    if unknown:
        parser.error('no step is called %s (there are: %s)' % (', '.join(sorted(unknown)), ', '.join(s['name'] for s in steps)))
    values = {'serial': options.serial, 'line': options.line, 'image': options.image, 'lot': options.lot, 'target': board['target'], 'address': board['deploymentAddress']}
    results, fault = {}, None
    for step in steps:
        if options.only and step['name'] not in options.only:
            continue
        if options.dry_run:
            print('%-10s %s' % (step['name'], ' '.join(command(step, values)) if 'run' in step else '%s: %g to %g' % (step['say'], step['low'], step['high'])))
            continue
        wrong = run(step, values) if 'run' in step else measure(step, meter, results)
        print('%-10s %s' % (step['name'], 'FAIL: ' + wrong if wrong else 'ok'), flush=True)
        results.setdefault(step['name'], wrong is None)
        if wrong:
            fault = step['name']
            break
    if options.record and not options.dry_run:
        with open(options.record, 'a', encoding='utf-8') as file:
            file.write(json.dumps({'at': datetime.datetime.now(datetime.timezone.utc).isoformat(timespec='seconds'), 'board': options.board, 'passed': fault is None,
                                   'failedAt': fault, 'results': results}) + '\n')
    if not options.dry_run:
        print('PASS' if fault is None else 'FAIL at ' + fault)
    return 1 if fault else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
