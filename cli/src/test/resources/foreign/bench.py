"""A bench played by a program that is not Kitproof: an LCUS relay without read-back, a kit's console.

Usage: bench.py answer|flood DELAY_MS|BYTES

Prints the two ports on one line when they are there, "<relay> <console>". On each release of the relay it prints the
kit's answer after a delay of its own, or a flood of lines. On end of standard input it prints what it knows, one line
each: the CLOCK_MONOTONIC nanoseconds of the release and of the answer.
"""
import os
import random
import select
import sys
import time
import tty

RELEASE = bytes([0xA0, 0x01, 0x00, 0xA1])
PRESS = bytes([0xA0, 0x01, 0x01, 0xA2])


def port():
    master, slave = os.openpty()
    tty.setraw(slave)
    return master, slave, os.ttyname(slave)


def main():
    what, much = sys.argv[1], int(sys.argv[2])
    relay, relay_slave, relay_name = port()
    console, console_slave, console_name = port()
    print(relay_name, console_name, flush=True)
    pressed, heard, times = False, b"", []
    while True:
        ready, _, _ = select.select([relay, sys.stdin], [], [])
        if sys.stdin in ready:
            break
        heard += os.read(relay, 256)
        released = time.monotonic_ns()
        while len(heard) >= 4:
            if heard[0] != 0xA0:  # a question for the status, which this board does not know
                heard = heard[1:]
                continue
            frame, heard = heard[:4], heard[4:]
            if frame == PRESS:
                pressed = True
            elif frame == RELEASE and pressed:
                pressed = False
                if what == "flood":
                    for i in range(much // 64):
                        os.write(console, b"flood %06x%s\r\n" % (i, b"." * 50))
                    times.append((released, time.monotonic_ns()))
                else:
                    time.sleep(random.uniform(0, much) / 1000)
                    times.append((released, time.monotonic_ns()))
                    os.write(console, b"[MQTT] Publishing... Success\r\n")
    for line in times:
        print(*line)


main()
