using CsCheck;
using FoodSecurity.Claims;

namespace FoodSecurity.Tests.Claims;

/// <summary>METHODS 9.4 and 9.6, V1: whether a change is more than the error of two estimates.</summary>
public class EstimateErrorTests
{
    [Fact]
    public void The_smallest_change_that_counts_is_five_per_cent_of_the_logarithm()
    {
        EstimateError.Remote.ShouldBe(new EstimateError(0.05, 0.5));
        EstimateError.Remote.Detectable.ShouldBe(0.05, 1e-12);
        new EstimateError(0.05, 0).Detectable.ShouldBe(0.07071, 1e-5);
        new EstimateError(0.05, 1).Detectable.ShouldBe(0);
    }

    [Theory]
    [InlineData(0.05, 0.5, FindingOutcome.Supports)]
    [InlineData(0.05, 0, FindingOutcome.Close)]
    [InlineData(0.03, 0.5, FindingOutcome.Supports)]
    [InlineData(0.03, 0, FindingOutcome.Supports)]
    public void The_rise_of_2023_from_451_to_482_is_one_by_the_error_assumed(double error, double correlation, FindingOutcome outcome) =>
        new EstimateError(error, correlation).Direction(451, 482, 1).ShouldBe(outcome);

    [Fact]
    public void The_same_rise_contradicts_a_claimed_fall() =>
        EstimateError.Remote.Direction(451, 482, -1).ShouldBe(FindingOutcome.Contradicts);

    [Fact]
    public void A_fall_is_the_mirror_of_a_rise() =>
        Gen.Select(Gen.Decimal[1m, 10_000m], Gen.Decimal[1m, 10_000m])
            .Sample(
                (a, b) =>
                    EstimateError
                        .Remote.Direction(a, b, 1)
                        .ShouldBe(
                            EstimateError.Remote.Direction(a, b, -1) switch
                            {
                                FindingOutcome.Supports => FindingOutcome.Contradicts,
                                FindingOutcome.Contradicts => FindingOutcome.Supports,
                                var other => other,
                            }
                        )
            );

    [Theory]
    [InlineData(0, 482)]
    [InlineData(451, 0)]
    [InlineData(-1, 5)]
    public void Of_nothing_no_direction_is_told(int before, int now) =>
        EstimateError.Remote.Direction(before, now, 1).ShouldBe(FindingOutcome.Close);
}
