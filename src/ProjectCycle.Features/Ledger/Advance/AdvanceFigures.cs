using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.Money;

namespace ProjectCycle.Features.Ledger.Advance;

/// <summary>
/// What the ledger and the bank's statement say of an advance account on a day (domain.md 4.6). Advanced is what the donor paid into
/// it, first and to fill it up; liquidated is what it paid for applications that account for spending, and what was given back to it.
/// </summary>
/// <param name="Sheet">The nine figures.</param>
/// <param name="Unsorted">Lines up to the day that nobody has sorted: they are in no figure but the balance.</param>
/// <param name="BalanceOn">The day of the last line; null without one.</param>
/// <param name="Aged">What is left of each amount that came, the oldest first.</param>
/// <param name="Turnover">Liquidated in twelve months over the average outstanding at their ends; null where there is none.</param>
public sealed record AdvanceFigures(
    AdvanceReconciliation Sheet, int Unsorted, DateOnly? BalanceOn, IReadOnlyList<AgedAdvance> Aged, decimal? Turnover);

/// <summary>What is left of an amount that came into the account.</summary>
public sealed record AgedAdvance(DateOnly On, Money Left);

/// <summary>Reckons the figures of an account. Callers have checked that the person may read it.</summary>
public sealed class AdvanceReckoning(AppDbContext db)
{
    /// <summary>The figures on a day.</summary>
    /// <param name="account">The account.</param>
    /// <param name="day">End of the day; no year is reckoned back from before there were accounts.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<AdvanceFigures> OnAsync(AdvanceAccount account, DateOnly day, CancellationToken cancellation)
    {
        day = day < Fields.EarliestDate ? Fields.EarliestDate : day;
        var flows = await FlowsAsync(account, day, cancellation);
        var lines = await LinesAsync(account, day, cancellation);
        var currency = account.Currency;
        Money Of(long minorUnits) => new(minorUnits, currency);
        var sheet = new AdvanceReconciliation
        {
            Advanced = Of(flows.Sum(flow => flow.In)),
            Liquidated = Of(flows.Sum(flow => flow.Out)),
            BankBalance = Of(await BalanceAsync(account, day, cancellation)),
            Submitted = Of(await SubmittedAsync(account, day, cancellation)),
            PaidNotClaimed = Of(await PaidNotClaimedAsync(account, day, cancellation)),
            SubAccounts = Of(-lines.GetValueOrDefault(StatementLineKind.SubAccount).Sum),
            BankCharges = Of(-lines.GetValueOrDefault(StatementLineKind.Charge).Sum),
            Interest = Of(lines.GetValueOrDefault(StatementLineKind.Interest).Sum),
        };
        var aged = AdvanceUse.Ageing(flows.Where(flow => flow.In > 0).Select(flow => (flow.On, flow.In)), Math.Max(0, sheet.Liquidated.MinorUnits));
        return new AdvanceFigures(
            sheet,
            lines.GetValueOrDefault(StatementLineKind.Unsorted).Count,
            lines.Count == 0 ? null : lines.Values.Max(line => line.Last),
            [.. aged.Select(left => new AgedAdvance(left.On, Of(left.Left)))],
            Turnover(flows, day));
    }

    /// <summary>Liquidated in the twelve months up to the day, over the average of what was outstanding at the end of each.</summary>
    private static decimal? Turnover(IReadOnlyList<Flow> flows, DateOnly day)
    {
        var ends = Enumerable.Range(0, 12).Select(months => day.AddMonths(-months));
        var average = (long)ends.Average(end => (decimal)flows.Where(flow => flow.On <= end).Sum(flow => flow.In - flow.Out));
        return AdvanceUse.Turnover(flows.Where(flow => flow.On > day.AddMonths(-12)).Sum(flow => flow.Out), average);
    }

    /// <summary>What came from the donor and what was accounted for, by day. What a liquidation is paid with does both: it documents, and it fills the account up.</summary>
    private async Task<IReadOnlyList<Flow>> FlowsAsync(AdvanceAccount account, DateOnly day, CancellationToken cancellation)
    {
        var payments = await db.Disbursements.AsNoTracking().OfAdvance(db, account).Where(d => d.ValueDate <= day)
            .GroupBy(d => new { d.ValueDate, IsLiquidation = db.Withdrawals.Any(w => w.Id == d.ApplicationId && w.Procedure == WithdrawalProcedure.Liquidation) })
            .Select(g => new { g.Key.ValueDate, g.Key.IsLiquidation, Paid = g.Sum(d => d.Paid) }).ToListAsync(cancellation);
        var refunds = await Lines(account, day).Where(l => l.Kind == StatementLineKind.Refund)
            .GroupBy(l => l.On).Select(g => new { On = g.Key, Sum = g.Sum(l => l.Amount) }).ToListAsync(cancellation);
        return
        [
            .. payments.Select(p => new Flow(p.ValueDate, p.Paid, p.IsLiquidation ? p.Paid : 0)),
            .. refunds.Select(r => new Flow(r.On, 0, -r.Sum)),
        ];
    }

    private async Task<Dictionary<StatementLineKind, (long Sum, int Count, DateOnly Last)>> LinesAsync(AdvanceAccount account, DateOnly day, CancellationToken cancellation)
    {
        var kinds = await Lines(account, day).GroupBy(l => l.Kind)
            .Select(g => new { g.Key, Sum = g.Sum(l => l.Amount), Count = g.Count(), Last = g.Max(l => l.On) }).ToListAsync(cancellation);
        return kinds.ToDictionary(kind => kind.Key, kind => (kind.Sum, kind.Count, kind.Last));
    }

    /// <summary>The bank's own balance after the last line that says one, and what moved since.</summary>
    private async Task<long> BalanceAsync(AdvanceAccount account, DateOnly day, CancellationToken cancellation)
    {
        var known = await Lines(account, day).Where(l => l.Balance != null)
            .OrderByDescending(l => l.On).ThenByDescending(l => l.Position).FirstOrDefaultAsync(cancellation);
        var since = Lines(account, day);
        if (known is not null)
            since = since.Where(l => l.On > known.On || (l.On == known.On && l.Position > known.Position));
        return (known?.Balance ?? 0) + await since.SumAsync(l => l.Amount, cancellation);
    }

    /// <summary>What was asked for by the day and not paid by then, less what the donor does not pay.</summary>
    private async Task<long> SubmittedAsync(AdvanceAccount account, DateOnly day, CancellationToken cancellation)
    {
        var sent = db.Withdrawals.AsNoTracking().Liquidations(account, day).Select(w => w.Id);
        return await db.WithdrawalLines.Where(l => sent.Contains(l.ApplicationId)).SumAsync(l => l.Claimed - l.Disallowed, cancellation)
            - await db.Disbursements.Where(d => sent.Contains(d.ApplicationId) && d.ValueDate <= day).SumAsync(d => d.Paid, cancellation);
    }

    /// <summary>What left the account for invoices that no application sent by the day accounts for.</summary>
    private async Task<long> PaidNotClaimedAsync(AdvanceAccount account, DateOnly day, CancellationToken cancellation)
    {
        var sent = db.Withdrawals.AsNoTracking().Liquidations(account, day).Select(w => w.Id);
        return -await Lines(account, day).Where(l => l.Kind == StatementLineKind.Payment
                && !db.WithdrawalLines.Any(claim => claim.InvoiceId != null && claim.InvoiceId == l.InvoiceId && sent.Contains(claim.ApplicationId)))
            .SumAsync(l => l.Amount, cancellation);
    }

    private IQueryable<StatementLine> Lines(AdvanceAccount account, DateOnly day) => db.StatementLines.AsNoTracking().Where(l => l.AccountId == account.Id && l.On <= day);

    private sealed record Flow(DateOnly On, long In, long Out);
}
