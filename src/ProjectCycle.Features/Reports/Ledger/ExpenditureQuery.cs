using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.Money;
using ProjectCycle.Domain.Reports.Ledger;
using ProjectCycle.Features.Ledger.Withdrawals;

namespace ProjectCycle.Features.Reports.Ledger;

/// <summary>Fills the statement of expenditure (T2) with the lines of living applications that stand on one, in batches.</summary>
public sealed class ExpenditureQuery(AppDbContext db, LedgerReach reach, TimeProvider clock)
{
    private const int BatchSize = 1000;

    /// <summary>The statement over what the filter shows, and how many rows it has.</summary>
    public async Task<(ExpenditureStatement Statement, int Rows)> LoadAsync(LedgerReportFilter filter, string language, CancellationToken cancellation)
    {
        var cutOff = filter.CutOffOn(clock);
        var until = filter.Until < cutOff ? filter.Until.Value : cutOff;
        var applications = reach.Of<WithdrawalApplication>(filter).Living().Where(a => a.On <= until);
        if (filter.From is { } from)
            applications = applications.Where(a => a.On >= from);
        if (filter.Application is { } one)
            applications = applications.Where(a => a.Id == one);
        var ids = await applications
            .Join(db.WithdrawalLines.Where(l => l.IsSoe), a => a.Id, l => l.ApplicationId, (a, l) => new { Application = a, Line = l.Id })
            .Join(db.Projects, x => x.Application.ProjectId, p => p.Id, (x, p) => new { x.Application, x.Line, p.Code })
            .Join(db.Financings, x => x.Application.FinancingId, f => f.Id, (x, f) => new { x.Application, x.Line, x.Code, Place = f.Number })
            .OrderBy(x => x.Code).ThenBy(x => x.Place).ThenBy(x => x.Application.FinancingId).ThenBy(x => x.Application.Number).ThenBy(x => x.Line)
            .Select(x => x.Line).ToListAsync(cancellation);
        var keepers = await reach.Financings(filter).Where(f => applications.Any(a => a.FinancingId == f.Id))
            .Select(f => f.ExecutingAgency == "" ? f.ImplementingAgency : f.ExecutingAgency).Distinct().OrderBy(name => name).Take(2).ToListAsync(cancellation);
        var heads = await reach.HeadsAsync(filter, cutOff, cancellation);
        var no = 0;
        return (new ExpenditureStatement(
            new LedgerReport<ExpenditureRow>(
                await reach.CoverAsync(filter, language, cancellation),
                new LedgerNotes(cutOff, [], []),
                ReadAhead.Of(ids.Chunk(BatchSize).Select(batch => (Func<Task<List<ExpenditureRow>>>)(() => BatchAsync(batch, heads, cancellation))), cancellation).Select(row => row with { No = ++no })),
            keepers is [{ Length: > 0 } keeper] ? keeper : null,
            await SignatoriesAsync(applications, filter, cancellation)), ids.Count);
    }

    /// <summary>Who signed the one application; two lines to sign on otherwise.</summary>
    private async Task<IReadOnlyList<string>> SignatoriesAsync(IQueryable<WithdrawalApplication> applications, LedgerReportFilter filter, CancellationToken cancellation)
    {
        var signed = filter.Application is null ? null : await applications.Select(a => new
        {
            First = db.Users.Where(u => u.Id == a.FirstSignatoryId).Select(u => u.DisplayName).FirstOrDefault(),
            Second = db.Users.Where(u => u.Id == a.SecondSignatoryId).Select(u => u.DisplayName).FirstOrDefault(),
        }).FirstOrDefaultAsync(cancellation);
        return [signed?.First ?? "", signed?.Second ?? ""];
    }

    private async Task<List<ExpenditureRow>> BatchAsync(Guid[] batch, IReadOnlyDictionary<Guid, FinancingHead> heads, CancellationToken cancellation)
    {
        var lines = await (
            from line in db.WithdrawalLines.AsNoTracking()
            where batch.Contains(line.Id)
            join application in db.Withdrawals on line.ApplicationId equals application.Id
            join invoice in db.Invoices on line.InvoiceId equals invoice.Id into invoices
            from invoice in invoices.DefaultIfEmpty()
            join contract in db.Contracts on line.ContractId equals contract.Id into contracts
            from contract in contracts.DefaultIfEmpty()
            select new Found
            {
                Line = line,
                Number = application.Number,
                CurrencyCode = application.CurrencyCode,
                Payee = application.Payment.Payee,
                Invoice = invoice,
                Contract = contract,
                Variations = db.ContractVariations.Where(v => v.ContractId == line.ContractId).Sum(v => v.MinorUnits),
            }).ToDictionaryAsync(found => found.Line.Id, cancellation);
        return [.. batch.Where(lines.ContainsKey).Select(id => Row(lines[id], heads[lines[id].Line.FinancingId]))];
    }

    private static ExpenditureRow Row(Found found, FinancingHead head)
    {
        var (line, invoice, contract) = (found.Line, found.Invoice, found.Contract);
        var currency = Currencies.All[line.InvoiceCurrencyCode];
        var rate = line.Rate.Rate / line.Rate.Unit;
        return new ExpenditureRow
        {
            No = 0,
            Item = line.Description != "" ? line.Description : invoice?.Description ?? contract?.Description ?? "",
            Payee = invoice?.Payee ?? found.Payee,
            Country = invoice?.CountryCode ?? "",
            ContractNumber = contract is null ? null : contract.Number != "" ? contract.Number : contract.PackageNumber,
            ContractOn = contract?.SignedOn,
            ContractAmount = contract is null ? null : new Money(contract.MinorUnits + found.Variations, contract.Currency),
            InvoiceNumber = invoice?.Number,
            InvoiceOn = invoice?.On,
            PaidOn = invoice?.PaidOn,
            PaymentReference = invoice?.PaymentReference,
            Gross = invoice?.GrossAmount,
            Tax = invoice is null ? null : new Money(invoice.Tax, invoice.Currency),
            Eligible = new Money(line.Eligible, currency),
            Percentage = line.Percentage,
            ClaimedLocal = new Money(line.ClaimedLocal, currency),
            Rate = rate is > 0 and < 1 ? 1 / rate : rate,
            Claimed = new Money(line.Claimed, Currencies.All[found.CurrencyCode]),
            BankReference = invoice?.BankReference,
            Remarks = line.DisallowedNote != "" ? line.DisallowedNote : invoice?.Note,
            Application = found.Number,
            Agreement = head.Agreement,
            Project = head.Project,
        };
    }

    private sealed class Found
    {
        public required WithdrawalLine Line { get; init; }
        public required int Number { get; init; }
        public required string CurrencyCode { get; init; }
        public required string Payee { get; init; }
        public required Invoice? Invoice { get; init; }
        public required Contract? Contract { get; init; }
        public required long Variations { get; init; }
    }
}
