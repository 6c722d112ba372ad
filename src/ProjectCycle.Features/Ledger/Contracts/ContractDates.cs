using ProjectCycle.Domain;
using ProjectCycle.Domain.Ledger;

namespace ProjectCycle.Features.Ledger.Contracts;

/// <summary>Whether the dates of a contract follow each other and say the same as its state.</summary>
internal static class ContractDates
{
    /// <summary>What is wrong with them, each beside its input.</summary>
    /// <param name="today">What has happened happened until then.</param>
    public static IEnumerable<Refusal> Faults(ContractInput input, DateOnly today)
    {
        var ranges = Dates(input).SelectMany(date => Fields.Date(date.On, date.Field)).ToList();
        return ranges.Count > 0 ? ranges : [.. Order(input), .. Future(input, today), .. OfState(input)];
    }

    /// <summary>The dates by rank: no date is earlier than one of a lower rank. No-objection and award may come in either order.</summary>
    private static IEnumerable<(int Rank, DateOnly? On, string Field)> Dates(ContractInput input) =>
    [
        (0, input.BidOn, nameof(input.BidOn)),
        (1, input.NoObjectionOn, nameof(input.NoObjectionOn)),
        (1, input.AwardOn, nameof(input.AwardOn)),
        (2, input.SignedOn, nameof(input.SignedOn)),
        (3, input.StartsOn, nameof(input.StartsOn)),
        (4, input.CompletionOn, nameof(input.CompletionOn)),
    ];

    private static IEnumerable<Refusal> Order(ContractInput input)
    {
        var dates = Dates(input).ToList();
        foreach (var (rank, on, field) in dates)
        {
            if (dates.Where(other => other.Rank < rank).Max(other => other.On) is { } before && on < before)
                yield return new Refusal("date-before", field, before);
        }
    }

    private static IEnumerable<Refusal> Future(ContractInput input, DateOnly today) =>
        Dates(input).Where(date => date.Rank is 1 or 2 && date.On > today).Select(date => new Refusal("date-in-future", date.Field));

    private static IEnumerable<Refusal> OfState(ContractInput input)
    {
        var isSigned = input.SignedOn is not null;
        if (input.State is ContractState.Planned or ContractState.Tendering && (input.AwardOn ?? input.SignedOn) is { } reached)
            yield return new Refusal("state-behind-dates", nameof(input.State), reached);
        if (input.State == ContractState.Awarded && input.AwardOn is null)
            yield return new Refusal("award-date-missing", nameof(input.AwardOn));
        if (input.State is ContractState.Running or ContractState.Completed or ContractState.Terminated && !isSigned)
            yield return new Refusal("signing-date-missing", nameof(input.SignedOn));
        if (isSigned && input.Review == ReviewType.Prior && input.NoObjectionOn is null)
            yield return new Refusal("no-objection-missing", nameof(input.NoObjectionOn));
        if (isSigned && string.IsNullOrWhiteSpace(input.Number))
            yield return new Refusal("required", nameof(input.Number));
        if ((isSigned || input.AwardOn is not null) && string.IsNullOrWhiteSpace(input.Contractor))
            yield return new Refusal("required", nameof(input.Contractor));
    }
}
