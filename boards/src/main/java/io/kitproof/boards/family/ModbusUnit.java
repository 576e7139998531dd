package io.kitproof.boards.family;

import com.ghgande.j2mod.modbus.msg.ModbusRequest;
import com.ghgande.j2mod.modbus.msg.ModbusResponse;
import io.kitproof.boards.RigException;
import io.kitproof.boards.family.Question.Answer;
import io.kitproof.boards.wire.ModbusFrame;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * One Modbus board on a line. j2mod knows what requests and answers mean; the line, its deadlines
 * and its silences are ours, for j2mod's own transport holds a port of its own and sleeps through
 * wire times that a press must not wait for.
 */
final class ModbusUnit {
  private static final int NONE = -1;
  private static final int ILLEGAL_FUNCTION = 1;
  private static final int ILLEGAL_ADDRESS = 2;
  private static final Duration DEADLINE = Duration.ofMillis(500);

  private final Dialog dialog;
  private final String part;
  private final int address;
  private final ModbusLink link;

  ModbusUnit(Dialog dialog, String part, int address, ModbusLink link) {
    this.link = link;
    this.dialog = dialog;
    this.part = part;
    this.address = address;
  }

  Dialog dialog() {
    return dialog;
  }

  String part() {
    return part;
  }

  Object port() {
    return dialog.place();
  }

  /** The question a request asks, said in words. */
  Question<ModbusFrame> question(String said, ModbusRequest request) {
    return question(
        said, new ModbusFrame(address, request.getFunctionCode(), request.getMessage()));
  }

  /** As above for frames that are not in the Modbus standard. */
  Question<ModbusFrame> question(String said, int function, byte[] data) {
    return question(said, new ModbusFrame(address, function, data));
  }

  private Question<ModbusFrame> question(String said, ModbusFrame frame) {
    ModbusLink.Sent sent = link.send(frame);
    return new Question<>(
        part,
        said + " (" + sent.shown() + ")",
        sent.bytes(),
        "a frame of function %d from address %d".formatted(frame.function(), address),
        sent.framing(),
        bytes -> sent.parse().apply(bytes).filter(reply -> answers(reply, frame)),
        DEADLINE);
  }

  private static boolean answers(ModbusFrame reply, ModbusFrame request) {
    boolean same = (reply.function() & ~ModbusFrame.EXCEPTION) == request.function();
    return reply.address() == request.address() && same && fits(reply, request);
  }

  private static boolean fits(ModbusFrame reply, ModbusFrame request) {
    byte[] asked = request.data();
    return switch (reply.function()) {
      case ModbusFrame.WRITE_COIL, ModbusFrame.WRITE_REGISTER -> reply.equals(request);
      case ModbusFrame.WRITE_COILS, ModbusFrame.WRITE_REGISTERS ->
          Arrays.equals(reply.data(), Arrays.copyOf(asked, 4));
      case ModbusFrame.READ_REGISTERS -> {
        int count = (asked[2] & 0xFF) << 8 | asked[3] & 0xFF;
        yield (reply.data()[0] & 0xFF) == 2 * count;
      }
      case ModbusFrame.READ_COILS, ModbusFrame.READ_INPUTS -> {
        int count = (asked[2] & 0xFF) << 8 | asked[3] & 0xFF;
        yield (reply.data()[0] & 0xFF) == (count + 7) / 8;
      }
      default -> true;
    };
  }

  /** The answer as j2mod understands it. */
  <R extends ModbusResponse> R read(R response, ModbusFrame reply) {
    try {
      response.readData(new DataInputStream(new ByteArrayInputStream(reply.data())));
      return response;
    } catch (IOException tooShort) {
      throw RigException.garbled(
          part, port(), "read", "a whole answer", Dialog.shown(reply.bytes()));
    }
  }

  /** Refuses an answer that is an exception. */
  private Answer<ModbusFrame> accepted(Question<?> question, Answer<ModbusFrame> answer) {
    int exception = exception(answer);
    if (exception == NONE) {
      return answer;
    }
    throw RigException.declined(
        part,
        port(),
        question.said(),
        reason(exception),
        "check the family and the number of channels of " + part);
  }

  private static int exception(Answer<ModbusFrame> answer) {
    ModbusFrame reply = answer.value();
    return reply.function() < ModbusFrame.EXCEPTION ? NONE : reply.data()[0] & 0xFF;
  }

  private static String reason(int code) {
    return switch (code) {
      case 1 -> "illegal function (exception 01)";
      case 2 -> "illegal data address (exception 02)";
      case 3 -> "illegal data value (exception 03)";
      case 4 -> "device failure (exception 04)";
      case 6 -> "device busy (exception 06)";
      default -> "exception %02X".formatted(code);
    };
  }

  Answer<ModbusFrame> command(Question<ModbusFrame> question, long notBefore) {
    return accepted(question, dialog.command(question, notBefore));
  }

  /** A command that the board may not know; empty then. */
  Optional<Answer<ModbusFrame>> tryCommand(Question<ModbusFrame> question) {
    Answer<ModbusFrame> answer = dialog.command(question, System.nanoTime());
    int exception = exception(answer);
    return exception == ILLEGAL_FUNCTION || exception == ILLEGAL_ADDRESS
        ? Optional.empty()
        : Optional.of(accepted(question, answer));
  }

  Answer<ModbusFrame> sample(Question<ModbusFrame> question) {
    return accepted(question, dialog.sample(question));
  }
}
