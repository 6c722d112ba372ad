using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.Money;
using ProjectCycle.Domain.People;

namespace ProjectCycle.Features.Ledger.Withdrawals;

/// <summary>What the donor does not pay of a line, as a form hands it over.</summary>
public sealed record DisallowInput
{
    /// <summary>In the application's currency; 0 takes the donor's word back.</summary>
    public decimal? Amount { get; init; }

    public IneligibleReason? Reason { get; init; }
    public string Note { get; init; } = "";

    /// <summary>When it was refunded or set off; blank while it is not.</summary>
    public DateOnly? SettledOn { get; init; }
}

/// <summary>
/// Notes what the donor does not pay of a line, while it decides and pays; and later on, when that was settled. When the rest is
/// disallowed of what was paid in part, nothing is left to wait for and the application is paid.
/// </summary>
public sealed class DisallowLine(AppDbContext db, WithdrawalBench bench)
{
    /// <param name="lineId">The line.</param>
    /// <param name="input">What is disallowed.</param>
    /// <param name="version">The version of the application the person looked at.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<Outcome<Done>> HandleAsync(Guid lineId, DisallowInput input, int version, CancellationToken cancellation)
    {
        var application = await db.WithdrawalLines.Where(l => l.Id == lineId).Select(l => l.ApplicationId).FirstOrDefaultAsync(cancellation);
        return await bench.OnAsync(application, Rights.BookPayment, found => DisallowAsync(found, lineId, input, version, cancellation), cancellation);
    }

    private async Task<Outcome<Done>> DisallowAsync(WithdrawalCase found, Guid lineId, DisallowInput input, int version, CancellationToken cancellation)
    {
        if (await db.WithdrawalLines.FirstOrDefaultAsync(l => l.Id == lineId, cancellation) is not { } line)
            return Refusals.NotFound;
        var application = found.Application;
        if (application.Version != version)
            return await bench.ToldAsync(application, cancellation);
        var sums = await bench.SumsAsync(application.Id, cancellation);
        if (Faults(input, line, found, sums) is { Count: > 0 } faults)
            return faults;

        var disallowed = MoneyInputs.Minor(input.Amount, application.CurrencyCode);
        var more = disallowed - line.Disallowed;
        (line.Disallowed, line.DisallowedFor, line.DisallowedNote, line.SettledOn) = disallowed == 0
            ? (0, null, "", null)
            : (disallowed, input.Reason, input.Note.Trim(), input.SettledOn);
        var facts = bench.Facts(sums) with { Approved = sums.Sum(s => s.Approved) - more };
        if (application.State == WithdrawalState.PartlyPaid && facts.Paid == facts.Approved
            && bench.Fire(found, WithdrawalStep.PayRest, facts, bench.Today(found), input.Note) is { Succeeded: false } refused)
        {
            return refused.Refusals.ToList();
        }
        return await bench.SaveAsync(application, version, cancellation);
    }

    private List<Refusal> Faults(DisallowInput input, WithdrawalLine line, WithdrawalCase found, IReadOnlyList<WithdrawalSum> sums)
    {
        var application = found.Application;
        var faults = MoneyInputs.Amount(input.Amount, nameof(input.Amount), application.CurrencyCode, least: 0)
            .Concat(Fields.Text(input.Note, nameof(input.Note), max: 500))
            .Concat(Fields.Date(input.SettledOn, nameof(input.SettledOn))).ToList();
        if (input.SettledOn > bench.Today(found))
            faults.Add(new Refusal("date-in-future", nameof(input.SettledOn)));
        if (faults.Count > 0)
            return faults;
        var disallowed = MoneyInputs.Minor(input.Amount, application.CurrencyCode);
        if (disallowed > 0 && (input.Reason is not { } reason || !Enum.IsDefined(reason)))
            faults.Add(new Refusal("required", nameof(input.Reason)));
        if (disallowed != line.Disallowed)
            faults.AddRange(AmountFaults(disallowed, line, application, sums));
        return faults;
    }

    private static IEnumerable<Refusal> AmountFaults(long disallowed, WithdrawalLine line, WithdrawalApplication application, IReadOnlyList<WithdrawalSum> sums)
    {
        const string Field = nameof(DisallowInput.Amount);
        if (!application.IsWithDonor)
            yield return new Refusal("disallow-not-open", Field, application.State);
        var more = disallowed - line.Disallowed;
        var sum = sums.First(s => s.CategoryId == line.CategoryId);
        if (disallowed > line.Claimed)
            yield return new Refusal("disallowed-over-claimed", Field, new Money(line.Claimed, application.Currency));
        else if (sum.Approved - more < sum.Paid)
            yield return new Refusal("disallowed-paid", Field, new Money(sum.Paid, application.Currency));
        else if (sums.Sum(s => s.Approved) == more)
            yield return new Refusal("disallowed-everything", Field); // a claim of which nothing is left is rejected
    }
}
