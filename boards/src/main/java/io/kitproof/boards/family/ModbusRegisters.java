package io.kitproof.boards.family;

import com.ghgande.j2mod.modbus.msg.ReadMultipleRegistersRequest;
import com.ghgande.j2mod.modbus.msg.ReadMultipleRegistersResponse;
import com.ghgande.j2mod.modbus.msg.WriteSingleRegisterRequest;
import com.ghgande.j2mod.modbus.procimg.SimpleRegister;
import io.kitproof.boards.RigException;
import io.kitproof.boards.family.Question.Answer;
import io.kitproof.boards.relay.RelayDriver;
import io.kitproof.boards.serial.SerialLine;
import io.kitproof.boards.wire.ModbusFrame;
import java.time.Duration;
import java.util.BitSet;
import java.util.Optional;

/**
 * The contacts of a board without coils: register 1 is the first contact, 0100 closes it, 0200
 * opens it, 06nn closes it for nn seconds; it reads 1 or 0. Register 0 with 0800 opens all.
 */
final class ModbusRegisters implements RelayDriver {
  private static final int CLOSE = 0x0100;
  private static final int OPEN = 0x0200;
  private static final int CLOSE_FOR = 0x0600;
  private static final int OPEN_ALL = 0x0800;
  private static final int ALL = 0;
  private static final long MOST_SECONDS = 0xFF;

  private final ModbusUnit unit;
  private final int channels;
  private final Duration exchange;
  private volatile boolean flashes = true;

  ModbusRegisters(ModbusUnit unit, int channels, Duration exchange) {
    this.unit = unit;
    this.channels = channels;
    this.exchange = exchange;
  }

  @Override
  public Object port() {
    return unit.port();
  }

  @Override
  public Sent set(int channel, boolean closed, long notBefore) {
    String said = "%s contact %d".formatted(closed ? "close" : "open", channel);
    return sent(write(said, channel + 1, closed ? CLOSE : OPEN), notBefore);
  }

  @Override
  public void release(BitSet which) {
    if (which.cardinality() == channels) {
      Sent ignored = sent(write("open all contacts", ALL, OPEN_ALL), System.nanoTime());
    } else {
      for (int channel : which.stream().toArray()) {
        Sent ignored = set(channel, false, System.nanoTime());
      }
    }
  }

  @Override
  public Optional<BitSet> closed(BitSet which) {
    BitSet closed = new BitSet();
    for (int channel : which.stream().toArray()) {
      closed.set(channel, closed(channel));
    }
    return Optional.of(closed);
  }

  boolean closed(int channel) {
    Question<ModbusFrame> question =
        unit.question("read contact " + channel, new ReadMultipleRegistersRequest(channel + 1, 1));
    Answer<ModbusFrame> answer = unit.command(question, System.nanoTime());
    int value =
        unit.read(new ReadMultipleRegistersResponse(), answer.value()).getRegister(0).getValue();
    if (value > 1) {
      throw RigException.garbled(
          unit.part(), port(), question.said(), "0 or 1", Integer.toString(value));
    }
    return value == 1;
  }

  @Override
  public boolean times(Duration hold) {
    long seconds = hold.toSeconds();
    return flashes
        && seconds > 0
        && seconds <= MOST_SECONDS
        && hold.equals(Duration.ofSeconds(seconds));
  }

  @Override
  public Optional<Sent> flash(int channel, Duration hold) {
    String said = "close contact %d for %d ms".formatted(channel, hold.toMillis());
    int value = CLOSE_FOR + Math.toIntExact(hold.toSeconds());
    Optional<Sent> sent = unit.tryCommand(write(said, channel + 1, value)).map(Answer::sent);
    flashes = sent.isPresent();
    return sent;
  }

  private Question<ModbusFrame> write(String said, int register, int value) {
    return unit.question(said, new WriteSingleRegisterRequest(register, new SimpleRegister(value)));
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
