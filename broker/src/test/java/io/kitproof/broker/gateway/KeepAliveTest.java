package io.kitproof.broker.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.kitproof.broker.Wire;
import io.kitproof.broker.traffic.Disconnect;
import io.kitproof.broker.traffic.Disconnect.Cause;
import io.netty.handler.timeout.IdleStateEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeepAliveTest {

  @ParameterizedTest
  @CsvSource({"0, 1200", "5, 30", "30, 30", "300, 300", "1200, 1200", "65535, 1200"})
  void keep_alive_is_kept_between_half_a_minute_and_twenty(int asked, int granted) {
    assertThat(Terms.keepAlive(asked)).isEqualTo(granted);
  }

  @Test
  void silent_client_is_closed_with_the_reason() throws Exception {
    try (Bare bare = new Bare()) {
      assertThat(bare.new Client().send(Wire.connect("kit")).isAnswered()).isTrue();

      bare.serverSides
          .element()
          .pipeline()
          .fireUserEventTriggered(IdleStateEvent.FIRST_READER_IDLE_STATE_EVENT);

      Disconnect end = bare.recorder.awaitEnd("kit");
      assertThat(end.cause()).isEqualTo(Cause.MQTT_KEEP_ALIVE_TIMEOUT);
      assertThat(end.reason())
          .isEqualTo("nothing came from the client for 1.5 times its keep alive");
    }
  }
}
