package io.kitproof.boards.virtual;

/**
 * ICSE012A, 013A and 014A: asked with {@code 50} they tell their model, {@code 51} puts them to
 * work, and from then on until the power goes every byte is a bitmap, 0 for closed; also another
 * 50.
 */
final class IcseSpeech implements Speech {
  private static final byte WHO = 0x50;
  private static final byte START = 0x51;

  private boolean asked;
  private boolean atWork;

  @Override
  public void hear(byte[] bytes, Panel panel) {
    for (byte one : bytes) {
      if (panel.hears()) {
        obey(one, panel);
      }
    }
  }

  private void obey(byte one, Panel panel) {
    if (atWork) {
      for (int channel = 0; channel < panel.channels(); channel++) {
        panel.move(channel, (one >> channel & 1) == 0);
      }
    } else if (one == WHO) {
      asked = true;
      panel.reply(new byte[] {model(panel.channels())});
    } else if (one == START) {
      atWork = asked;
    }
  }

  private static byte model(int channels) {
    return (byte)
        switch (channels) {
          case 2 -> 0xAD;
          case 4 -> 0xAB;
          default -> 0xAC;
        };
  }

  @Override
  public void forget() {
    asked = false;
    atWork = false;
  }
}
