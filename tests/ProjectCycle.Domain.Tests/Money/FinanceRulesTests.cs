using FsCheck;
using FsCheck.Fluent;
using ProjectCycle.Domain.Money;
using ProjectCycle.Domain.Monitoring;
using static ProjectCycle.Domain.Money.Currencies;
using Sum = ProjectCycle.Domain.Money.Money;

namespace ProjectCycle.Domain.Tests.Money;

/// <summary>domain.md section 4: shares, claims, advances.</summary>
public sealed class FinanceRulesTests
{
    /// <summary>4.4: of an invoice of IDR 1,572,500,000 the donor finances 80 %.</summary>
    [Fact]
    public void Split_OfTheWorkedInvoice_YieldsDonorAndCounterpart() =>
        Assert.Equal(
            new SharedCost(Idr(1_258_000_000), Idr(314_500_000)),
            new FinancingShare(0.80m).Split(Idr(1_572_500_000), Idr(0)));

    /// <summary>4.4: the percentage is taken of the expenditure net or gross of tax; what the donor does not finance is the counterpart's.</summary>
    [Theory]
    [InlineData(TaxBasis.Gross, 888, 222)]
    [InlineData(TaxBasis.Net, 800, 310)]
    public void Split_WithTaxes_TakesThePercentageOfTheBasis(TaxBasis basis, long donor, long counterpart) =>
        Assert.Equal(new SharedCost(Idr(donor), Idr(counterpart)), new FinancingShare(0.80m, basis).Split(Idr(1110), Idr(110)));

    [Theory]
    [InlineData(-0.01)]
    [InlineData(1.01)]
    public void Split_AtAPercentageThatIsNone_Throws(double percentage) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new FinancingShare((decimal)percentage).Split(Idr(1), Idr(0)));

    [Fact]
    public void Split_OfAnyInvoice_LosesNothing() =>
        Prop.ForAll(ArbMap.Default.ArbFor<long>(), Percentages(), Gen.Elements(TaxBasis.Gross, TaxBasis.Net).ToArbitrary(), (minorUnits, percentage, basis) =>
        {
            var gross = new Sum(Math.Abs(minorUnits / 2), All["EUR"]);
            var tax = gross with { MinorUnits = gross.MinorUnits / 10 };
            var share = new FinancingShare(percentage, basis);
            var split = share.Split(gross, tax);
            return split.Donor + split.Counterpart == gross
                && split.Donor.MinorUnits >= 0 && split.Counterpart.MinorUnits >= 0
                && Math.Abs(split.Donor.MinorUnits - (share.Eligible(gross, tax).MinorUnits * percentage)) <= 0.5m;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    /// <summary>4.4: claimable is the lowest of three, and it is told which.</summary>
    [Theory]
    [InlineData(2_000, 2_000, 800, ClaimLimit.FinancingShare)]
    [InlineData(800, 800, 800, ClaimLimit.FinancingShare)]
    [InlineData(500, 2_000, 500, ClaimLimit.ContractBalance)]
    [InlineData(2_000, 300, 300, ClaimLimit.CategoryBalance)]
    [InlineData(500, 300, 300, ClaimLimit.CategoryBalance)]
    [InlineData(300, 300, 300, ClaimLimit.ContractBalance)]
    [InlineData(-1, 300, 0, ClaimLimit.ContractBalance)]
    [InlineData(500, -20, 0, ClaimLimit.CategoryBalance)]
    public void Claimable_OfThreeBounds_IsTheLowestAndNamesIt(long contract, long category, long claimable, ClaimLimit limit) =>
        Assert.Equal(new Claimable(Idr(claimable), limit), Claim.Claimable(Idr(1_000), new FinancingShare(0.8m), Idr(contract), Idr(category)));

    [Fact]
    public void Claimable_WithoutAContract_LooksAtTheOtherTwo() =>
        Assert.Equal(new Claimable(Idr(300), ClaimLimit.CategoryBalance), Claim.Claimable(Idr(1_000), new FinancingShare(0.8m), null, Idr(300)));

    [Fact]
    public void Claimable_OfTwoCurrencies_Throws() =>
        Assert.Throws<InvalidOperationException>(() => Claim.Claimable(Idr(1_000), new FinancingShare(0.8m), new Sum(1, All["USD"]), Idr(300)));

    [Fact]
    public void Claimable_OfAnyBounds_ExceedsNoneOfThem() =>
        Prop.ForAll(
            ArbMap.Default.ArbFor<(int Eligible, int Contract, int Category)>(), Percentages(),
            (amounts, percentage) =>
            {
                var (eligible, contract, category) = (Minor(Math.Abs((long)amounts.Eligible)), Minor(amounts.Contract), Minor(amounts.Category));
                var share = new FinancingShare(percentage);
                var bounds = new[] { share.Of(eligible), contract, category }.Select(bound => Math.Max(0, bound.MinorUnits)).ToList();
                return Claim.Claimable(eligible, share, contract, category).Amount.MinorUnits == bounds.Min();
            }).QuickCheckThrowOnFailure();

    /// <summary>4.4: category balance = allocation +/- reallocations - disbursed - outstanding commitments.</summary>
    [Theory]
    [InlineData(150, 500)]
    [InlineData(-150, 200)]
    [InlineData(-400, -50)]
    public void CategoryBalance_AfterReallocations_CountsThemIn(long reallocated, long balance) =>
        Assert.Equal(Idr(balance), Claim.CategoryBalance(Idr(1_000), Idr(reallocated), Idr(450), Idr(200)));

    /// <summary>4.2: the ceiling is measured on what the agency paid (USD 10,000 here), not on ADB's share of it.</summary>
    [Fact]
    public void SoeCeiling_OfAPayment_IsMeasuredOnTheWholeOfIt()
    {
        var ceiling = Usd(10_000);

        Assert.True(Claim.IsWithinSoeCeiling(Usd(10_000), ceiling));
        Assert.False(Claim.IsWithinSoeCeiling(Usd(10_001), ceiling));
        Assert.True(Claim.IsWithinSoeCeiling(new FinancingShare(0.8m).Of(Usd(10_001)), ceiling)); // what would be wrong
        Assert.True(Claim.IsWithinSoeCeiling(Usd(1_000_000), null));
    }

    /// <summary>4.6: the worked reconciliation.</summary>
    [Fact]
    public void Reconcile_OfTheWorkedAccount_IsBalanced()
    {
        Assert.Equal((Usd(180_000), Usd(180_000), Usd(0)), (Worked.Outstanding, Worked.Explained, Worked.Gap));
        Assert.True(Worked.Reconcile().Succeeded);
    }

    [Theory]
    [InlineData(61_400, -100)]
    [InlineData(61_501, 1)]
    public void Reconcile_WhenMoneyIsMissingOrTooMuch_IsRefusedWithTheGap(long bank, long gap)
    {
        var refusal = (Worked with { BankBalance = Usd(bank) }).Reconcile().Refusals.Single();

        Assert.Equal("advance-not-reconciled", refusal.Code);
        Assert.Equal([Usd(gap)], refusal.Args);
    }

    /// <summary>Charges explain money that is gone, interest money that came by itself.</summary>
    [Fact]
    public void Reconcile_WithChargesAndMoreInterest_CountsThemTheRightWayRound() =>
        Assert.True((Worked with { BankCharges = Usd(40), Interest = Usd(700), BankBalance = Usd(61_660) }).Reconcile().Succeeded);

    /// <summary>4.6: 640,000 over 320,000 is 2.0, ADB's target.</summary>
    [Fact]
    public void Turnover_OfTheWorkedAccount_IsTheTarget()
    {
        Assert.Equal(new MonitoringRules().TurnoverTarget, AdvanceUse.Turnover(64_000_000, 32_000_000));
        Assert.Null(AdvanceUse.Turnover(64_000_000, 0));
    }

    /// <summary>4.6: an advance of more than six months is flagged.</summary>
    [Theory]
    [InlineData("2024-08-31", "2025-02-28", 6, false)]
    [InlineData("2024-08-31", "2025-03-01", 6, true)]
    [InlineData("2024-08-31", "2024-12-01", 3, true)]
    public void IsAged_AfterTheMonthsOfTheRules_IsTrue(string advanced, string today, int months, bool isAged) =>
        Assert.Equal(isAged, AdvanceUse.IsAged(Date(advanced), Date(today), new MonitoringRules { AdvanceMonths = months }));

    private static AdvanceReconciliation Worked { get; } = new()
    {
        Advanced = Usd(500_000),
        Liquidated = Usd(320_000),
        BankBalance = Usd(61_500),
        Submitted = Usd(70_000),
        PaidNotClaimed = Usd(45_000),
        SubAccounts = Usd(4_000),
        BankCharges = Usd(0),
        Interest = Usd(500),
    };

    private static Arbitrary<decimal> Percentages() => Gen.Choose(0, 1_000_000).Select(millionths => millionths / 1_000_000m).ToArbitrary();

    private static Sum Idr(long amount) => Sum.From(amount, All["IDR"])!.Value;

    private static Sum Usd(long amount) => Sum.From(amount, All["USD"])!.Value;

    private static Sum Minor(long minorUnits) => new(minorUnits, All["EUR"]);

    private static DateOnly Date(string date) => DateOnly.ParseExact(date, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
