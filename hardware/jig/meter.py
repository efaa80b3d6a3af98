"""Where the jig's readings come from: a SCPI instrument on the network, or the person at the bench."""
import socket

QUERIES = {'volts': (b'MEAS:VOLT:DC?\n', 1.0), 'milliamperes': (b'MEAS:CURR:DC?\n', 1000.0)}


class MeterError(Exception):
    """The instrument does not answer, or not with a number; the text says what to do."""


def ask(kind, say):
    """A reading typed by a person."""
    while True:
        text = input('%s [%s]: ' % (say, kind)).strip().replace(',', '.')
        try:
            return float(text)
        except ValueError:
            print('A number, please, such as 3.31')


class ScpiMeter:
    """A raw SCPI socket (most bench meters: port 5025). Answers are volts and amperes."""

    def __init__(self, host, port, timeout=5.0):
        self.host, self.port, self.timeout = host, port, timeout

    def read(self, kind, _say):
        query, factor = QUERIES[kind]
        try:
            with socket.create_connection((self.host, self.port), self.timeout) as link:
                link.sendall(query)
                return float(link.makefile().readline()) * factor
        except (OSError, ValueError) as error:
            raise MeterError('the meter at %s:%d gave no reading (%s): check cable and address, or use --meter ask' % (self.host, self.port, error)) from error


def open_meter(text):
    """'ask' or 'tcp:HOST:PORT' to a function of (kind, words)."""
    if text == 'ask':
        return ask
    scheme, _, rest = text.partition(':')
    host, _, port = rest.rpartition(':')
    if scheme != 'tcp' or not host or not port.isdigit():
        raise ValueError('--meter must be ask or tcp:HOST:PORT, such as tcp:192.0.2.7:5025')
    return ScpiMeter(host, int(port)).read
