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
import java.nio.file.Path;
import java.time.Duration;
import java.util.BitSet;
import java.util.Optional;

/** The coils of a Modbus board. */
final class ModbusRelays implements RelayDriver {
  /** The unit of Waveshare's FLASH and the most it counts. */
  private static final Duration GRAIN = Duration.ofMillis(100);

  private static final int MOST_GRAINS = 0x7FFF;
  private static final byte FLASH_ON = 2;

  private final ModbusUnit unit;
  private final int channels;
  private final Duration exchange;
  private final ReadBack readBack;
  private volatile boolean flashes = true;
  private volatile boolean asked;

  ModbusRelays(ModbusUnit unit, int channels, Duration exchange) {
    this.unit = unit;
    this.channels = channels;
    this.exchange = exchange;
    this.readBack = new ReadBack(unit.part(), unit.port());
  }

  @Override
  public Path port() {
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
    Question<ModbusFrame> question = unit.question("read coils", new ReadCoilsRequest(0, channels));
    Optional<Answer<ModbusFrame>> answer =
        readBack.given() && (asked || answers(question))
            ? unit.tryCommand(question)
            : Optional.empty();
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

  /** The first time, silence is no fault: the board has just acknowledged the release. */
  private boolean answers(Question<ModbusFrame> question) {
    boolean silent = unit.dialog().listen(question).bytes().length == 0;
    return !silent || unit.dialog().ended();
  }

  @Override
  public boolean times(Duration hold) {
    long grains = hold.dividedBy(GRAIN);
    return flashes
        && grains > 0
        && grains <= MOST_GRAINS
        && GRAIN.multipliedBy(grains).equals(hold);
  }

  @Override
  public Optional<Sent> flash(int channel, Duration hold) {
    int grains = (int) hold.dividedBy(GRAIN);
    byte[] data = {FLASH_ON, (byte) channel, (byte) (grains >> 8), (byte) grains};
    String said = "flash coil %d for %d ms".formatted(channel, hold.toMillis());
    Optional<Sent> sent =
        unit.tryCommand(unit.question(said, ModbusFrame.WRITE_COIL, data))
            .map(answer -> new Sent(answer.writtenNanos(), answer.arrivedNanos()));
    flashes = sent.isPresent();
    return sent;
  }

  private Sent sent(Question<ModbusFrame> question, long notBefore) {
    Answer<ModbusFrame> answer = unit.command(question, notBefore);
    return new Sent(answer.writtenNanos(), answer.arrivedNanos());
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
