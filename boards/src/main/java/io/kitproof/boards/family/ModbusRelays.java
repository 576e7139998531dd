package io.kitproof.boards.family;

import com.ghgande.j2mod.modbus.msg.ReadCoilsRequest;
import com.ghgande.j2mod.modbus.msg.ReadCoilsResponse;
import com.ghgande.j2mod.modbus.msg.WriteCoilRequest;
import com.ghgande.j2mod.modbus.msg.WriteMultipleCoilsRequest;
import com.ghgande.j2mod.modbus.util.BitVector;
import io.kitproof.boards.family.Question.Answer;
import io.kitproof.boards.relay.RelayDriver;
import io.kitproof.boards.serial.SerialLine;
import io.kitproof.boards.wire.ModbusFrame;
import java.time.Duration;
import java.util.BitSet;
import java.util.Optional;

/** The coils of a Modbus board. */
final class ModbusRelays implements RelayDriver {
  private final ModbusUnit unit;
  private final int channels;
  private final Duration exchange;
  private final ModbusFlash flash;
  private final ReadBack readBack;
  private volatile boolean flashes = true;
  private volatile boolean asked;

  ModbusRelays(ModbusUnit unit, int channels, Duration exchange, ModbusFlash flash) {
    this.flash = flash;
    this.unit = unit;
    this.channels = channels;
    this.exchange = exchange;
    this.readBack = new ReadBack(unit.part(), unit.port());
  }

  @Override
  public Object port() {
    return unit.port();
  }

  @Override
  public Sent set(int channel, boolean closed, long notBefore) {
    String said = "write coil %d %s".formatted(channel, closed ? "on" : "off");
    return sent(unit.question(said, new WriteCoilRequest(channel, closed)), notBefore);
  }

  /** All at once when all are meant; a single coil else, for others may be pressed meanwhile. */
  @Override
  public void release(BitSet which) {
    if (which.cardinality() == channels) {
      WriteMultipleCoilsRequest all = new WriteMultipleCoilsRequest(0, new BitVector(channels));
      Sent ignored = sent(unit.question("write all coils off", all), System.nanoTime());
    } else {
      for (int channel : which.stream().toArray()) {
        Sent ignored = set(channel, false, System.nanoTime());
      }
    }
  }

  /** Always reads all: these boards do not read single coils. */
  @Override
  public Optional<BitSet> closed(BitSet which) {
    Optional<Answer<ModbusFrame>> answer =
        readBack.given() && (asked || answers()) ? unit.tryCommand(readAll()) : Optional.empty();
    asked = true;
    if (answer.isEmpty()) {
      readBack.none();
      return Optional.empty();
    }
    BitVector coils = unit.read(new ReadCoilsResponse(), answer.get().value()).getCoils();
    BitSet closed = new BitSet();
    which.stream().filter(coils::getBit).forEach(closed::set);
    return Optional.of(closed);
  }

  private Question<ModbusFrame> readAll() {
    return read(unit, channels);
  }

  static Question<ModbusFrame> read(ModbusUnit unit, int channels) {
    return unit.question("read coils", new ReadCoilsRequest(0, channels));
  }

  /** The first time, silence is no fault: the board has just acknowledged the release. */
  private boolean answers() {
    boolean silent = unit.dialog().listen(readAll()).bytes().length == 0;
    return !silent || unit.dialog().ended();
  }

  @Override
  public boolean times(Duration hold) {
    return flashes && flash.times(hold);
  }

  @Override
  public Optional<Sent> flash(int channel, Duration hold) {
    Optional<Sent> sent = unit.tryCommand(flash.question(unit, channel, hold)).map(Answer::sent);
    flashes = sent.isPresent();
    return sent;
  }

  private Sent sent(Question<ModbusFrame> question, long notBefore) {
    return unit.command(question, notBefore).sent();
  }

  @Override
  public Duration readBackTime() {
    return exchange.multipliedBy(2);
  }

  @Override
  public Duration exchangeTime() {
    return exchange;
  }

  @Override
  public SerialLine.Registration atShutdown(Runnable release) {
    return unit.dialog().atShutdown(release);
  }
}
