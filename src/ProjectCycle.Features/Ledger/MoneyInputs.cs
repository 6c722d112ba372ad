using ProjectCycle.Domain;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.Money;

namespace ProjectCycle.Features.Ledger;

/// <summary>Amounts as people type them, in whole units.</summary>
internal static class MoneyInputs
{
    /// <summary>An amount that must be there, at least <paramref name="least"/> minor units.</summary>
    public static IEnumerable<Refusal> Amount(decimal? amount, string field, string currencyCode, long least)
    {
        if (amount is not { } given)
            return [new Refusal("required", field)];
        if (Currencies.Find(currencyCode) is not { } currency)
            return []; // the fault of the currency says enough
        if (Money.From(given, currency) is not { } money)
            return [new Refusal("bad-amount", field, currency.Code, currency.MinorUnit)];
        if (money.MinorUnits < least)
            return [new Refusal(least > 0 ? "amount-not-positive" : "amount-negative", field)];
        return money.MinorUnits > Financing.HighestAmount ? [new Refusal("amount-too-large", field, money with { MinorUnits = Financing.HighestAmount })] : [];
    }

    /// <summary>Minor units of a checked amount.</summary>
    public static long Minor(decimal? amount, string currencyCode) => Money.From(amount ?? 0, Currencies.All[currencyCode])!.Value.MinorUnits;
}
