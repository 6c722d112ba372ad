using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain.Ledger;

namespace ProjectCycle.Features.Ledger.Advance;

/// <summary>
/// Says of the lines of a statement what they are, where the ledger knows: a payment of the donor of the same amount, an invoice paid
/// from the account under the same reference or of the same amount, interest and charges by their words. Each row of the ledger
/// explains one line. The rest stays unsorted: people know better than a guess.
/// </summary>
internal sealed class StatementSorting
{
    /// <summary>Banks credit and debit some days later than others write it down.</summary>
    private const int DaysApart = 7;

    private static readonly string[] InterestWords = ["bunga", "jasa giro", "interest"];
    private static readonly string[] ChargeWords = ["biaya", "adm", "pajak", "charge", "fee", "tax"];

    private readonly List<(DateOnly On, long Amount)> _paid;
    private readonly List<Invoice> _invoices;

    private StatementSorting(List<(DateOnly, long)> paid, List<Invoice> invoices) => (_paid, _invoices) = (paid, invoices);

    /// <summary>What the ledger knows of an account and no line has explained yet.</summary>
    public static async Task<StatementSorting> ForAsync(AppDbContext db, AdvanceAccount account, CancellationToken cancellation)
    {
        var paid = await db.Disbursements.AsNoTracking().OfAdvance(db, account)
            .GroupBy(d => new { d.ApplicationId, d.ValueDate }).Select(g => new { g.Key.ValueDate, Paid = g.Sum(d => d.Paid) }).ToListAsync(cancellation);
        var explained = await db.StatementLines.Where(l => l.AccountId == account.Id && l.Kind == StatementLineKind.Advance).Select(l => new { l.On, l.Amount }).ToListAsync(cancellation);
        var open = paid.Where(p => p.Paid > 0).Select(p => (p.ValueDate, p.Paid)).ToList();
        foreach (var line in explained)
            Take(open, line.On, line.Amount);
        var settled = db.StatementLines.Where(l => l.AccountId == account.Id && l.InvoiceId != null).Select(l => l.InvoiceId);
        var invoices = await db.Invoices.AsNoTracking()
            .Where(i => i.FinancingId == account.FinancingId && i.PaidFrom == PaymentSource.AdvanceAccount && i.PaidOn != null && !settled.Contains(i.Id))
            .OrderBy(i => i.PaidOn).ThenBy(i => i.Id).ToListAsync(cancellation);
        return new StatementSorting(open, invoices);
    }

    /// <summary>Writes into a new line what it is.</summary>
    public void Sort(StatementLine line, string currencyCode)
    {
        if (line.Amount > 0 && Take(_paid, line.On, line.Amount))
            line.Kind = StatementLineKind.Advance;
        else if (line.Amount < 0 && InvoiceOf(line, currencyCode) is { } invoice)
            (line.Kind, line.InvoiceId) = (StatementLineKind.Payment, invoice.Id);
        else if (line.Amount > 0 && Says(line, InterestWords))
            line.Kind = StatementLineKind.Interest;
        else if (line.Amount < 0 && Says(line, ChargeWords))
            line.Kind = StatementLineKind.Charge;
    }

    private static bool Take(List<(DateOnly On, long Amount)> open, DateOnly on, long amount)
    {
        var at = open.FindIndex(paid => paid.Amount == amount && IsNear(paid.On, on));
        if (at >= 0)
            open.RemoveAt(at);
        return at >= 0;
    }

    private Invoice? InvoiceOf(StatementLine line, string currencyCode)
    {
        var found = _invoices.Find(i => i.PaymentReference.Length > 0 && string.Equals(i.PaymentReference, line.Reference, StringComparison.OrdinalIgnoreCase))
            ?? _invoices.Find(i => i.CurrencyCode == currencyCode && i.Payable == -line.Amount && IsNear(i.PaidOn!.Value, line.On));
        if (found is not null)
            _invoices.Remove(found);
        return found;
    }

    private static bool IsNear(DateOnly one, DateOnly other) => Math.Abs(one.DayNumber - other.DayNumber) <= DaysApart;

    private static bool Says(StatementLine line, string[] words) => Array.Exists(words, word => line.Description.Contains(word, StringComparison.OrdinalIgnoreCase));
}
