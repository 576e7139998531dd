package io.kitproof.boards.family;

import com.ghgande.j2mod.modbus.msg.ReadInputDiscretesRequest;
import com.ghgande.j2mod.modbus.msg.ReadInputDiscretesResponse;
import com.ghgande.j2mod.modbus.util.BitVector;
import io.kitproof.boards.family.Question.Answer;
import io.kitproof.boards.sensor.SampleSource;
import io.kitproof.boards.wire.ModbusFrame;
import java.time.Duration;
import java.util.List;

/** Discrete inputs of a Modbus board, all in one exchange. */
final class ModbusInputs implements SampleSource {
  /** Some boards insist on being asked for eight at a time. */
  static final int BANK = 8;

  private final ModbusUnit unit;
  private final boolean activeLow;
  private final Traffic traffic;

  ModbusInputs(ModbusUnit unit, boolean activeLow, Traffic traffic) {
    this.unit = unit;
    this.activeLow = activeLow;
    this.traffic = traffic;
  }

  @Override
  public void watching(List<Integer> channels) {
    traffic.round(this, channels.isEmpty() ? 0 : 1);
  }

  @Override
  public void sample(List<Integer> channels, Sink sink) {
    int last = channels.stream().mapToInt(Integer::intValue).max().orElse(0);
    int count = (last / BANK + 1) * BANK;
    Answer<ModbusFrame> answer = unit.sample(read(unit, count));
    BitVector levels = unit.read(new ReadInputDiscretesResponse(), answer.value()).getDiscretes();
    for (int channel : channels) {
      sink.sample(channel, levels.getBit(channel) != activeLow, answer.arrivedNanos());
    }
  }

  static Question<ModbusFrame> read(ModbusUnit unit, int count) {
    return unit.question("read inputs", new ReadInputDiscretesRequest(0, count));
  }

  @Override
  public Duration round() {
    return traffic.round(this);
  }

  @Override
  public Duration worstGap() {
    return traffic.worstGap();
  }
}
