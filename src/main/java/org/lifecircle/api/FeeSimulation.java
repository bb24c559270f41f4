package org.lifecircle.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.Text;
import org.lifecircle.renewal.BreakEven;

/** Whether a higher share of households who pay makes up for a lower fee. */
final class FeeSimulation implements Endpoint {

  private static final double MOST_YUAN = 100_000;

  private final Parameter<Integer> households =
      Parameters.integer("households", new Text("应缴户数", "households who should pay"), 1, 1_000_000)
          .asRequired();
  private final Parameter<Double> oldFee =
      Parameters.number(
              "old_fee_yuan", new Text("原户均月物业费", "old fee a household and month"), 0, MOST_YUAN)
          .asRequired();
  private final Parameter<Double> oldRate =
      Parameters.number("old_rate", new Text("原按户收缴率", "share who paid"), 0, 1).asRequired();
  private final Parameter<Double> newFee =
      Parameters.number(
              "new_fee_yuan", new Text("新户均月物业费", "new fee a household and month"), 0, MOST_YUAN)
          .asRequired();
  private final Parameter<Double> newRate =
      Parameters.number("new_rate", new Text("新按户收缴率", "share who will pay"), 0, 1).asRequired();

  @Override
  public List<Parameter<?>> parameters() {
    return List.of(households, oldFee, oldRate, newFee, newRate);
  }

  @Override
  public Answer answer(Question question) {
    BreakEven even =
        new BreakEven(
            question.get(households),
            question.get(oldFee),
            question.get(oldRate),
            question.get(newFee),
            question.get(newRate));
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("old_yearly_yuan", Numbers.rounded(even.oldYearlyYuan(), 2));
    json.put("new_yearly_yuan", Numbers.rounded(even.newYearlyYuan(), 2));
    json.put("break_even_fee_yuan", finite(even.breakEvenYuan()));
    json.put("break_even_rate", finite(even.breakEvenRate()));
    json.put("rises_if_old_fee_below_yuan", finite(even.oldYuanBelow()));
    return new Answer.Document(json);
  }

  private static @Nullable Double finite(double number) {
    return Double.isFinite(number) ? Double.valueOf(Numbers.rounded(number, 4)) : null;
  }
}
