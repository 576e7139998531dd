package io.kitproof.boards.virtual;

import java.time.Duration;

/** Does things after a while. */
interface Later {
  void after(Duration time, Runnable deed);
}
