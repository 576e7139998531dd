package io.kitproof.boards.serial;

/** A Linux device number taken apart as gnu_dev_major and gnu_dev_minor do. */
record DeviceNumber(int major, int minor) {
  static DeviceNumber of(long device) {
    int major = (int) (device >> 8 & 0xFFF | device >> 32 & ~0xFFFL);
    int minor = (int) (device & 0xFF | device >> 12 & ~0xFFL);
    return new DeviceNumber(major, minor);
  }
}
