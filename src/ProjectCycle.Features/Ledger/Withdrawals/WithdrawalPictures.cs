using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.Money;
using ProjectCycle.Features.Rates;

namespace ProjectCycle.Features.Ledger.Withdrawals;

/// <summary>Loads what the warnings of applications are measured by: the same few queries for one application as for a thousand.</summary>
internal sealed class WithdrawalPictures(AppDbContext db, RateBooks books)
{
    private sealed record BalanceRow(Guid Id, string Code, Guid FinancingId, long Left);

    private sealed record ContractRow(Guid Id, string Code, string CurrencyCode, long Price, decimal Percentage);

    /// <summary>The pictures by application.</summary>
    /// <param name="wanted">Applications within the person's reach.</param>
    /// <param name="today">Balances are converted with the rates of this day.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<IReadOnlyDictionary<Guid, WithdrawalPicture>> LoadAsync(IQueryable<WithdrawalApplication> wanted, DateOnly today, CancellationToken cancellation)
    {
        var rows = await wanted.Join(db.Financings.AsNoTracking(), a => a.FinancingId, f => f.Id, (a, f) => new
        {
            Application = a,
            Financing = f,
            HasEvidence = db.WithdrawalEvidence.Any(e => e.ApplicationId == a.Id),
        }).ToListAsync(cancellation);
        var lines = (await LinesAsync(wanted, cancellation)).ToLookup(line => line.Line.ApplicationId);
        var paid = (await db.Disbursements.Where(d => wanted.Any(a => a.Id == d.ApplicationId)).GroupBy(d => new { d.ApplicationId, d.CategoryId })
            .Select(g => new { g.Key, Paid = g.Sum(d => d.Paid) }).ToListAsync(cancellation)).ToDictionary(p => (p.Key.ApplicationId, p.Key.CategoryId), p => p.Paid);
        var balances = await BalancesAsync(wanted, cancellation);
        var committed = await CommittedAsync(wanted, cancellation);
        var contracts = await ContractsAsync(wanted, cancellation);
        var onContracts = await OnContractsAsync(wanted, cancellation);
        var onInvoices = await OnInvoicesAsync(wanted, cancellation);
        var currencies = rows.SelectMany(row => new[] { row.Application.CurrencyCode, row.Financing.CurrencyCode, row.Financing.SoeCurrencyCode })
            .Concat(lines.SelectMany(group => group).Select(line => line.Line.InvoiceCurrencyCode)).Where(code => code != "").Distinct().ToList();
        var rates = await MeasuringRates.LoadAsync(books, currencies, today, cancellation);
        return rows.ToDictionary(row => row.Application.Id, row => new WithdrawalPicture
        {
            Application = row.Application,
            Financing = row.Financing,
            Lines = [.. lines[row.Application.Id].Select(line => Facts(line, row.Application, row.Financing, onInvoices, rates))],
            Categories = [.. Categories(row.Application, row.Financing, lines[row.Application.Id], paid, balances, committed, rates)],
            Contracts = [.. OfContracts(row.Application, lines[row.Application.Id], contracts, onContracts)],
            Asked = rates.In(new Money(lines[row.Application.Id].Sum(line => line.Line.Claimed), row.Application.Currency), row.Financing.Currency),
            HasEvidence = row.HasEvidence,
        });
    }

    private sealed record LineRow(WithdrawalLine Line, ExpenditureCategory Category, Contract? Contract, Invoice? Invoice);

    private Task<List<LineRow>> LinesAsync(IQueryable<WithdrawalApplication> wanted, CancellationToken cancellation) => (
        from line in db.WithdrawalLines.AsNoTracking()
        where wanted.Any(a => a.Id == line.ApplicationId)
        join category in db.Categories.AsNoTracking() on line.CategoryId equals category.Id
        join contract in db.Contracts.AsNoTracking() on line.ContractId equals contract.Id into signed
        from contract in signed.DefaultIfEmpty()
        join invoice in db.Invoices.AsNoTracking() on line.InvoiceId equals invoice.Id into billed
        from invoice in billed.DefaultIfEmpty()
        orderby line.Id
        select new LineRow(line, category, contract, invoice)).ToListAsync(cancellation);

    /// <summary>Allocated, with what was moved, less what is disbursed; what is committed comes off later.</summary>
    private async Task<ILookup<Guid, BalanceRow>> BalancesAsync(IQueryable<WithdrawalApplication> wanted, CancellationToken cancellation) =>
        (await db.Categories.Where(c => wanted.Any(a => a.FinancingId == c.FinancingId))
            .Select(c => new BalanceRow(
                c.Id,
                c.Code,
                c.FinancingId,
                c.MinorUnits
                    + db.Set<Reallocation>().Where(r => r.ToId == c.Id).Sum(r => r.MinorUnits)
                    - db.Set<Reallocation>().Where(r => r.FromId == c.Id).Sum(r => r.MinorUnits)
                    - db.Disbursements.Where(d => d.CategoryId == c.Id).Sum(d => d.Charged)))
            .ToListAsync(cancellation)).ToLookup(row => row.Id);

    /// <summary>Undertakings of the donor that are not paid yet: by application and category, in the application's currency.</summary>
    private async Task<IReadOnlyList<(Guid Application, Guid Category, string Currency, long Open)>> CommittedAsync(IQueryable<WithdrawalApplication> wanted, CancellationToken cancellation)
    {
        var commitments = db.Withdrawals.Where(a => a.Procedure == WithdrawalProcedure.Commitment
            && (a.State == WithdrawalState.Approved || a.State == WithdrawalState.PartlyPaid) && wanted.Any(w => w.FinancingId == a.FinancingId));
        var approved = await db.WithdrawalLines.Join(commitments, l => l.ApplicationId, a => a.Id, (l, a) => new { l.ApplicationId, l.CategoryId, a.CurrencyCode, Approved = l.Claimed - l.Disallowed })
            .GroupBy(l => new { l.ApplicationId, l.CategoryId, l.CurrencyCode }).Select(g => new { g.Key, Sum = g.Sum(l => l.Approved) }).ToListAsync(cancellation);
        var paid = (await db.Disbursements.Where(d => commitments.Any(a => a.Id == d.ApplicationId)).GroupBy(d => new { d.ApplicationId, d.CategoryId })
            .Select(g => new { g.Key, Sum = g.Sum(d => d.Paid) }).ToListAsync(cancellation)).ToDictionary(p => (p.Key.ApplicationId, p.Key.CategoryId), p => p.Sum);
        return [.. approved.Select(a => (a.Key.ApplicationId, a.Key.CategoryId, a.Key.CurrencyCode, a.Sum - paid.GetValueOrDefault((a.Key.ApplicationId, a.Key.CategoryId))))];
    }

    private async Task<IReadOnlyDictionary<Guid, ContractRow>> ContractsAsync(IQueryable<WithdrawalApplication> wanted, CancellationToken cancellation) =>
        await db.Contracts.Where(c => db.WithdrawalLines.Any(l => l.ContractId == c.Id && wanted.Any(a => a.Id == l.ApplicationId)))
            .Select(c => new ContractRow(
                c.Id, c.PackageNumber, c.CurrencyCode, c.MinorUnits + db.Set<ContractVariation>().Where(v => v.ContractId == c.Id).Sum(v => v.MinorUnits), c.Percentage))
            .ToDictionaryAsync(c => c.Id, cancellation);

    /// <summary>What living applications claim on the contracts, in the contracts' currency; lines the donor has wholly disallowed do not count.</summary>
    private async Task<ILookup<Guid, (Guid Application, long Claimed)>> OnContractsAsync(IQueryable<WithdrawalApplication> wanted, CancellationToken cancellation)
    {
        var rows = await db.LivingLines().Where(l => l.ContractId != null && l.Disallowed < l.Claimed
                && db.Contracts.Any(c => c.Id == l.ContractId && c.CurrencyCode == l.InvoiceCurrencyCode)
                && db.WithdrawalLines.Any(own => own.ContractId == l.ContractId && wanted.Any(a => a.Id == own.ApplicationId)))
            .GroupBy(l => new { l.ContractId, l.ApplicationId })
            .Select(g => new { g.Key, Sum = g.Sum(l => l.ClaimedLocal) }).ToListAsync(cancellation);
        return rows.ToLookup(row => row.Key.ContractId!.Value, row => (row.Key.ApplicationId, row.Sum));
    }

    /// <summary>What living applications claim of the invoices as expenditure.</summary>
    private async Task<ILookup<Guid, (Guid Application, long Claimed)>> OnInvoicesAsync(IQueryable<WithdrawalApplication> wanted, CancellationToken cancellation)
    {
        var rows = await db.LivingLines().Where(l => l.InvoiceId != null && l.Disallowed < l.Claimed
                && db.WithdrawalLines.Any(own => own.InvoiceId == l.InvoiceId && wanted.Any(a => a.Id == own.ApplicationId)))
            .Select(l => new { l.Id, InvoiceId = l.InvoiceId!.Value, l.Eligible }).ToListAsync(cancellation);
        return rows.ToLookup(row => row.InvoiceId, row => (row.Id, row.Eligible));
    }

    private static WithdrawalLineFacts Facts(
        LineRow row, WithdrawalApplication application, Financing financing, ILookup<Guid, (Guid Line, long Claimed)> onInvoices, MeasuringRates rates)
    {
        var others = row.Invoice is null ? 0 : onInvoices[row.Invoice.Id].Where(claim => claim.Line != row.Line.Id).Sum(claim => claim.Claimed);
        var paid = row.Line.IsSoe && row.Invoice is not null && WithdrawalWarnings.Ceiling(financing) is { } ceiling
            ? MeasuringRates.PaidByAgency(row.Invoice, application.Currency, row.Line.Rate, ceiling.Currency, rates)
            : null;
        return new WithdrawalLineFacts(row.Line, row.Category, row.Contract, row.Invoice, others, paid);
    }

    private static IEnumerable<WithdrawalBalance> Categories(
        WithdrawalApplication application, Financing financing, IEnumerable<LineRow> lines, Dictionary<(Guid, Guid), long> paid,
        ILookup<Guid, BalanceRow> balances, IReadOnlyList<(Guid Application, Guid Category, string Currency, long Open)> committed, MeasuringRates rates)
    {
        foreach (var category in lines.GroupBy(line => line.Category.Id))
        {
            var open = category.Sum(line => line.Line.Approved) - paid.GetValueOrDefault((application.Id, category.Key));
            if (rates.In(new Money(open, application.Currency), financing.Currency) is not { } asked)
                continue;
            var others = committed.Where(c => c.Category == category.Key && c.Application != application.Id)
                .Sum(c => rates.In(new Money(c.Open, Currencies.All[c.Currency]), financing.Currency)?.MinorUnits ?? 0);
            var balance = balances[category.Key].Single();
            yield return new WithdrawalBalance(balance.Code, asked, new Money(balance.Left - others, financing.Currency));
        }
    }

    private static IEnumerable<WithdrawalBalance> OfContracts(
        WithdrawalApplication application, IEnumerable<LineRow> lines, IReadOnlyDictionary<Guid, ContractRow> contracts, ILookup<Guid, (Guid Application, long Claimed)> claims)
    {
        foreach (var id in lines.Select(line => line.Line.ContractId).OfType<Guid>().Distinct())
        {
            var contract = contracts[id];
            var currency = Currencies.All[contract.CurrencyCode];
            var financed = contract.Percentage > 0 ? new FinancingShare(contract.Percentage).Of(new Money(contract.Price, currency)) : new Money(contract.Price, currency);
            var own = claims[id].Where(claim => claim.Application == application.Id).Sum(claim => claim.Claimed);
            var others = claims[id].Where(claim => claim.Application != application.Id).Sum(claim => claim.Claimed);
            yield return new WithdrawalBalance(contract.Code, new Money(own, currency), financed with { MinorUnits = financed.MinorUnits - others });
        }
    }
}
