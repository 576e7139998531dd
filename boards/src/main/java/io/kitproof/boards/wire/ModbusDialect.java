package io.kitproof.boards.wire;

import java.util.Locale;

/** What makers of Modbus relay boards have made of the standard. */
public enum ModbusDialect {
  /** Waveshare's: coils and inputs; function 5 with address 02xx is a press the board times. */
  A,
  /**
   * LC-Tech's, on many boards without a name: coils and inputs; registers 3, 8, 13 … take a press
   * that the board times. Address 255 from the factory.
   */
  B,
  /** R4D8A08 and its like: no coils, register 1 and up take and tell the contacts. No inputs. */
  C;

  /** The word in the bench file. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Address from the factory; where a board has switches for it, the usual one. */
  public int usualAddress() {
    return this == B ? 255 : 1;
  }
}
