namespace ProjectCycle.Domain.Money;

/// <summary>What a financing percentage is taken of. Names are stored.</summary>
public enum TaxBasis
{
    /// <summary>Of the invoice with its taxes.</summary>
    Gross,

    /// <summary>Of the invoice without its taxes: those are the counterpart's.</summary>
    Net,
}

/// <summary>An expenditure divided between donor and counterpart; both together are the whole invoice, to the last minor unit.</summary>
/// <param name="Donor">Rounded half away from zero.</param>
/// <param name="Counterpart">The rest.</param>
public sealed record SharedCost(Money Donor, Money Counterpart);

/// <summary>The part of an expenditure that the donor finances (domain.md 4.4).</summary>
/// <param name="Percentage">From 0 to 1.</param>
/// <param name="Basis">Of the expenditure with or without taxes.</param>
public sealed record FinancingShare(decimal Percentage, TaxBasis Basis = TaxBasis.Gross)
{
    /// <summary>What counts as expenditure: the invoice, without its taxes where the percentage is taken net.</summary>
    public Money Eligible(Money gross, Money tax) => Basis == TaxBasis.Net ? gross - tax : gross;

    /// <summary>Divides an invoice. What the donor does not finance, taxes too, is the counterpart's: it is the rest, never reckoned by itself.</summary>
    /// <param name="gross">With taxes.</param>
    /// <param name="tax">The taxes in it, in the same currency.</param>
    public SharedCost Split(Money gross, Money tax)
    {
        var donor = Of(Eligible(gross, tax));
        return new SharedCost(donor, gross - donor);
    }

    /// <summary>The donor's part of an eligible expenditure.</summary>
    public Money Of(Money eligible)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(Percentage);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Percentage, 1);
        return ExactMoney.Of(eligible, eligible.Currency, [Percentage], [])!.Value;
    }
}
