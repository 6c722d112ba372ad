using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.Money;
using ProjectCycle.Domain.Reports.Ledger;

namespace ProjectCycle.Features.Reports.Ledger;

/// <summary>
/// Fills the register of applications (T1). The ids are read first, in the register's order, then applications follow in batches, so that
/// memory stays flat; the balance of an account runs on from batch to batch.
/// </summary>
public sealed class WithdrawalRegisterQuery(AppDbContext db, LedgerReach reach, TimeProvider clock)
{
    private const int BatchSize = 500;
    private static readonly Currency Rupiah = Currencies.All["IDR"];

    private static readonly WithdrawalState[] Decided =
        [WithdrawalState.Approved, WithdrawalState.PartlyPaid, WithdrawalState.Paid, WithdrawalState.Noticed, WithdrawalState.Reconciled, WithdrawalState.Closed, WithdrawalState.Rejected];

    /// <summary>The register over what the filter shows, and how many rows it has.</summary>
    public async Task<(LedgerReport<WithdrawalRegisterRow> Report, int Rows)> LoadAsync(LedgerReportFilter filter, string language, CancellationToken cancellation)
    {
        var cutOff = filter.CutOffOn(clock);
        var until = filter.Until < cutOff ? filter.Until.Value : cutOff;
        var applications = reach.Of<WithdrawalApplication>(filter).Where(a => a.On <= until);
        var heads = await reach.HeadsAsync(filter, cutOff, cancellation);
        var ids = await applications
            .Join(db.Projects, a => a.ProjectId, p => p.Id, (a, p) => new { Application = a, p.Code })
            .Join(db.Financings, x => x.Application.FinancingId, f => f.Id, (x, f) => new { x.Application, x.Code, Place = f.Number })
            .OrderBy(x => x.Code).ThenBy(x => x.Place).ThenBy(x => x.Application.FinancingId).ThenBy(x => x.Application.Number)
            .Select(x => x.Application.Id).ToListAsync(cancellation);
        var shown = filter.From is { } from ? applications.Where(a => a.On >= from) : applications;
        if (filter.Application is { } one)
            shown = shown.Where(a => a.Id == one);
        var rows = await shown.Join(db.WithdrawalLines, a => a.Id, l => l.ApplicationId, (a, l) => new { a.Id, l.CategoryId }).Distinct().CountAsync(cancellation)
            + await shown.CountAsync(a => !db.WithdrawalLines.Any(l => l.ApplicationId == a.Id), cancellation);
        var reading = new Reading(filter, cutOff, heads);
        return (new LedgerReport<WithdrawalRegisterRow>(
            await reach.CoverAsync(filter, language, cancellation),
            new LedgerNotes(cutOff, [], []),
            ReadAhead.Of(ids.Chunk(BatchSize).Select(batch => (Func<Task<List<WithdrawalRegisterRow>>>)(() => BatchAsync(batch, reading, cancellation))), cancellation)), rows);
    }

    private async Task<List<WithdrawalRegisterRow>> BatchAsync(Guid[] batch, Reading reading, CancellationToken cancellation)
    {
        var applications = await db.Withdrawals.AsNoTracking().Where(a => batch.Contains(a.Id)).ToDictionaryAsync(a => a.Id, cancellation);
        var lines = (await db.WithdrawalLines.Where(l => batch.Contains(l.ApplicationId))
            .Select(l => new Line(
                l.ApplicationId,
                l.CategoryId,
                db.Categories.First(c => c.Id == l.CategoryId).Code,
                l.Claimed,
                l.Disallowed,
                db.Contracts.Where(c => c.Id == l.ContractId).Select(c => c.DonorNumber == "" ? c.PackageNumber : c.DonorNumber).FirstOrDefault(),
                db.Contracts.Where(c => c.Id == l.ContractId).Select(c => c.Contractor).FirstOrDefault()))
            .ToListAsync(cancellation)).ToLookup(l => l.ApplicationId);
        var payments = (await db.Disbursements.Where(d => batch.Contains(d.ApplicationId) && d.ValueDate <= reading.CutOff)
            .Select(d => new Payment(d.Id, d.ReversesId, d.ApplicationId, d.CategoryId, d.ValueDate, d.Paid, d.Charged, d.Rupiah))
            .ToListAsync(cancellation)).ToLookup(d => (d.ApplicationId, d.CategoryId));
        var rows = new List<WithdrawalRegisterRow>();
        foreach (var application in batch.Where(applications.ContainsKey).Select(id => applications[id]))
        {
            var parts = lines[application.Id].GroupBy(line => line.CategoryId).OrderBy(part => part.First().Category, StringComparer.Ordinal).ToList();
            foreach (var part in parts)
                rows.AddRange(reading.Row(application, part.First().Category, [.. part], [.. payments[(application.Id, part.Key)]]));
            if (parts.Count == 0)
                rows.AddRange(reading.Row(application, null, [], []));
        }
        return rows;
    }

    private sealed record Line(Guid ApplicationId, Guid CategoryId, string Category, long Claimed, long Disallowed, string? Contract, string? Contractor);

    private sealed record Payment(Guid Id, Guid? ReversesId, Guid ApplicationId, Guid CategoryId, DateOnly ValueDate, long Paid, long Charged, long Rupiah);

    /// <summary>What runs on from row to row.</summary>
    private sealed class Reading(LedgerReportFilter filter, DateOnly cutOff, IReadOnlyDictionary<Guid, FinancingHead> heads)
    {
        private readonly Dictionary<Guid, long> _charged = [];
        private int _no;

        public DateOnly CutOff => cutOff;

        /// <summary>The row of an application in a category; none where the filter leaves it out, though its payments count.</summary>
        public IEnumerable<WithdrawalRegisterRow> Row(WithdrawalApplication application, string? category, IReadOnlyList<Line> lines, IReadOnlyList<Payment> payments)
        {
            var head = heads[application.FinancingId];
            var charged = payments.Sum(payment => payment.Charged);
            var cumulative = _charged[application.FinancingId] = _charged.GetValueOrDefault(application.FinancingId) + charged;
            if (application.On < filter.From || (filter.Application is { } one && application.Id != one))
                return [];
            var (claimed, disallowed) = (lines.Sum(line => line.Claimed), lines.Sum(line => line.Disallowed));
            var paid = payments.Count == 0 ? (Money?)null : new Money(payments.Sum(payment => payment.Paid), application.Currency);
            var reversed = payments.Select(payment => payment.ReversesId).ToHashSet();
            return
            [
                new WithdrawalRegisterRow
                {
                    No = ++_no,
                    Number = application.Number,
                    On = application.On,
                    Procedure = application.Procedure,
                    Agreement = head.Agreement,
                    Category = category,
                    Contracts = [.. lines.Select(line => line.Contract).OfType<string>().Distinct().Order(StringComparer.Ordinal)],
                    Payee = application.Payment.Payee != "" ? application.Payment.Payee : string.Join(", ", lines.Select(line => line.Contractor).OfType<string>().Where(name => name != "").Distinct()),
                    Claimed = new Money(claimed, application.Currency),
                    Approved = !Decided.Contains(application.State) ? null : new Money(application.State == WithdrawalState.Rejected ? 0 : claimed - disallowed, application.Currency),
                    Disallowed = new Money(disallowed, application.Currency),
                    ValueDate = payments.Where(payment => payment.ReversesId is null && !reversed.Contains(payment.Id)).Select(payment => (DateOnly?)payment.ValueDate).Max(),
                    Paid = paid,
                    Charged = paid is null ? null : new Money(charged, head.Net.Currency),
                    Rate = paid is { } sum ? RateOf(sum, new Money(charged, head.Net.Currency)) : null,
                    Rupiah = paid is null ? null : new Money(payments.Sum(payment => payment.Rupiah), WithdrawalRegisterQuery.Rupiah),
                    Cumulative = new Money(cumulative, head.Net.Currency),
                    Undisbursed = head.Net - new Money(cumulative, head.Net.Currency),
                    State = application.State,
                    DaysOpen = Math.Max(0, (application.IsOver ? application.StateSince : cutOff).DayNumber - application.On.DayNumber),
                    Remarks = application.Remarks,
                    Project = head.Project,
                },
            ];
        }

        private static decimal? RateOf(Money paid, Money charged) =>
            paid.Currency == charged.Currency ? 1
            : paid.MinorUnits == 0 || charged.MinorUnits == 0 ? null
            : paid.Amount < charged.Amount ? charged.Amount / paid.Amount : paid.Amount / charged.Amount;
    }
}
