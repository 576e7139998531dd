package io.kitproof.boards.pty;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import org.jspecify.annotations.Nullable;

/** The C library's calls a pseudo-terminal needs, with the constants of Linux on 64 bit. */
final class Libc {
  static final int O_RDWR = 2;
  static final int O_NOCTTY = 0x100;
  static final int O_NONBLOCK = 0x800;
  static final int O_CLOEXEC = 0x80000;
  static final int TCGETS2 = 0x802C542A;
  static final int TCSETS2 = 0x402C542B;
  static final int TCFLSH = 0x540B;
  static final int TCIFLUSH = 0;
  static final short POLLIN = 1;
  static final short POLLOUT = 4;
  static final short POLLHUP = 16;
  static final int EINTR = 4;
  static final int EIO = 5;
  static final int EAGAIN = 11;

  static {
    Native.register(Libc.class, Platform.C_LIBRARY_NAME);
  }

  private Libc() {}

  static native int posix_openpt(int flags);

  static native int grantpt(int fd);

  static native int unlockpt(int fd);

  static native int ptsname_r(int fd, byte[] name, long size);

  static native int open(String path, int flags);

  @CanIgnoreReturnValue
  static native int close(int fd);

  static native long read(int fd, Pointer into, long size);

  static native long write(int fd, Pointer from, long size);

  @CanIgnoreReturnValue
  static native int ioctl(int fd, long request, Pointer argument);

  @CanIgnoreReturnValue
  static native int ioctl(int fd, long request, long argument);

  static native int eventfd(int start, int flags);

  static native int ppoll(Pointer fds, long count, Pointer timeout, @Nullable Pointer signals);
}
