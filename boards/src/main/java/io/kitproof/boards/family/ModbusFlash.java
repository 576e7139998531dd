package io.kitproof.boards.family;

import com.ghgande.j2mod.modbus.msg.WriteMultipleRegistersRequest;
import com.ghgande.j2mod.modbus.procimg.Register;
import com.ghgande.j2mod.modbus.procimg.SimpleRegister;
import io.kitproof.boards.wire.ModbusDialect;
import io.kitproof.boards.wire.ModbusFrame;
import java.time.Duration;

/** A press that a board with coils times itself, in tenths of a second. */
enum ModbusFlash {
  /** Function 5 to 02xx, xx the coil, with the time as value. */
  IN_COIL_ADDRESS(0x7FFF),
  /** Function 16 to register 3 + 5 times the coil: 4 closes, then the time. */
  IN_REGISTERS(0xFFFF);

  private static final Duration GRAIN = Duration.ofMillis(100);
  private static final byte FLASH_ON = 2;
  private static final int FIRST_REGISTER = 3;
  private static final int REGISTERS_EACH = 5;
  private static final int CLOSE_THEN_OPEN = 4;

  private final int most;

  ModbusFlash(int most) {
    this.most = most;
  }

  static ModbusFlash of(ModbusDialect dialect) {
    return dialect == ModbusDialect.A ? IN_COIL_ADDRESS : IN_REGISTERS;
  }

  boolean times(Duration hold) {
    long grains = hold.dividedBy(GRAIN);
    return grains > 0 && grains <= most && GRAIN.multipliedBy(grains).equals(hold);
  }

  Question<ModbusFrame> question(ModbusUnit unit, int channel, Duration hold) {
    int grains = (int) hold.dividedBy(GRAIN);
    String said = "flash coil %d for %d ms".formatted(channel, hold.toMillis());
    if (this == IN_COIL_ADDRESS) {
      byte[] data = {FLASH_ON, (byte) channel, (byte) (grains >> 8), (byte) grains};
      return unit.question(said, ModbusFrame.WRITE_COIL, data);
    }
    Register[] registers = {new SimpleRegister(CLOSE_THEN_OPEN), new SimpleRegister(grains)};
    int first = FIRST_REGISTER + REGISTERS_EACH * channel;
    return unit.question(said, new WriteMultipleRegistersRequest(first, registers));
  }
}
