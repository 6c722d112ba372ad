using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.Money;
using ProjectCycle.Features.Rates;

namespace ProjectCycle.Features.Ledger.Withdrawals;

/// <summary>A paper on the list of an application.</summary>
/// <param name="VersionId">The newest version's file.</param>
public sealed record EvidenceRow(Guid DocumentId, string Title, Guid VersionId, string FileName);

/// <summary>A booked payment with its category.</summary>
/// <param name="ReversedById">The row that takes it back.</param>
/// <param name="Difference">What it would be more in rupiah at Bank Indonesia's middle rate of the value date (domain.md 4.5); null without that rate.</param>
public sealed record DisbursementRow(Disbursement Row, string Category, string By, Guid? ReversedById, Money? Difference);

/// <summary>A step of the history with who made it.</summary>
public sealed record WithdrawalMoveRow(WithdrawalMove Move, string By);

/// <summary>A category of an application with its sums.</summary>
public sealed record CategorySum(string Code, string Name, WithdrawalSum Sum);

/// <summary>What was booked altogether: in the currency paid, the account's, and rupiah.</summary>
public sealed record PaidSum(Money Paid, Money Charged, Money Rupiah);

/// <summary>An application with all that its page shows.</summary>
public sealed record WithdrawalSheet
{
    public required WithdrawalRow Row { get; init; }
    public required Financing Financing { get; init; }
    public required IReadOnlyList<WithdrawalLineFacts> Lines { get; init; }
    public required IReadOnlyList<CategorySum> Categories { get; init; }
    public required IReadOnlyList<EvidenceRow> Evidence { get; init; }
    public required IReadOnlyList<DisbursementRow> Disbursements { get; init; }
    public required PaidSum Paid { get; init; }
    public required IReadOnlyList<WithdrawalMoveRow> Moves { get; init; }
    public required string PreparedBy { get; init; }
    public required string? FirstSignatory { get; init; }
    public required string? SecondSignatory { get; init; }

    public WithdrawalApplication Application => Row.Application;
}

/// <summary>Reads one application for its page.</summary>
public sealed class WithdrawalSheets(AppDbContext db, WithdrawalCockpit cockpit, WithdrawalBench bench, RateBooks books)
{
    private static readonly Currency RupiahCurrency = Currencies.All["IDR"];

    /// <summary>The application, or null when it is not there or not for this person.</summary>
    public async Task<WithdrawalSheet?> FindAsync(Guid id, Guid projectId, CancellationToken cancellation)
    {
        if (await cockpit.FindAsync(id, projectId, cancellation) is not { } found)
            return null;
        var (row, picture) = found;
        var application = row.Application;
        Guid?[] people = [application.PreparedById, application.FirstSignatoryId, application.SecondSignatoryId];
        var names = await db.Users.Where(u => people.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancellation);
        var sums = await bench.SumsAsync(id, cancellation);
        var disbursements = await DisbursementsAsync(application, cancellation);
        return new WithdrawalSheet
        {
            Row = row,
            Financing = picture.Financing,
            Lines = picture.Lines,
            Categories = [.. picture.Lines.Select(line => line.Category).DistinctBy(category => category.Id).OrderBy(category => category.Code, StringComparer.Ordinal)
                .Select(category => new CategorySum(category.Code, category.Name, sums.First(sum => sum.CategoryId == category.Id)))],
            Evidence = await EvidenceAsync(id, cancellation),
            Disbursements = disbursements,
            Paid = await PaidAsync(application, picture.Financing, cancellation),
            Moves = await db.WithdrawalMoves.AsNoTracking().Where(m => m.ApplicationId == id).OrderBy(m => m.At).ThenBy(m => m.Id)
                .Select(m => new WithdrawalMoveRow(m, db.Users.Where(u => u.Id == m.ById).Select(u => u.DisplayName).First())).ToListAsync(cancellation),
            PreparedBy = names[application.PreparedById],
            FirstSignatory = application.FirstSignatoryId is { } first ? names[first] : null,
            SecondSignatory = application.SecondSignatoryId is { } second ? names[second] : null,
        };
    }

    /// <summary>The categories of a financing.</summary>
    public async Task<IReadOnlyList<ExpenditureCategory>> CategoriesAsync(Guid financing, CancellationToken cancellation) =>
        await db.Categories.AsNoTracking().Where(c => c.FinancingId == financing).OrderBy(c => c.Code).ToListAsync(cancellation);

    private Task<List<EvidenceRow>> EvidenceAsync(Guid id, CancellationToken cancellation) => db.WithdrawalEvidence.Where(e => e.ApplicationId == id)
        .Join(db.Documents, e => e.DocumentId, d => d.Id, (e, d) => new { d.Id, d.Title, Last = d.Versions.OrderByDescending(v => v.Number).First() })
        .OrderBy(d => d.Title)
        .Select(d => new EvidenceRow(d.Id, d.Title, d.Last.Id, d.Last.FileName)).ToListAsync(cancellation);

    private async Task<IReadOnlyList<DisbursementRow>> DisbursementsAsync(WithdrawalApplication application, CancellationToken cancellation)
    {
        var rows = await db.Disbursements.AsNoTracking().Where(d => d.ApplicationId == application.Id)
            .OrderBy(d => d.ValueDate).ThenBy(d => d.Id)
            .Select(d => new DisbursementRow(
                d,
                db.Categories.Where(c => c.Id == d.CategoryId).Select(c => c.Code).First(),
                db.Users.Where(u => u.Id == d.BookedById).Select(u => u.DisplayName).First(),
                db.Disbursements.Where(r => r.ReversesId == d.Id).Select(r => (Guid?)r.Id).FirstOrDefault(),
                null))
            .ToListAsync(cancellation);
        if (rows.Count == 0 || application.Currency == RupiahCurrency)
            return rows;
        var book = await books.LoadAsync([application.CurrencyCode], RateType.BiMiddle, rows[0].Row.ValueDate, rows[^1].Row.ValueDate, cancellation);
        return rows.ConvertAll(row => row with { Difference = DifferenceOf(row.Row, application.Currency, book) });
    }

    private static Money? DifferenceOf(Disbursement paid, Currency currency, RateBook book) =>
        book.Convert(new Money(paid.Paid, currency), RupiahCurrency, paid.ValueDate, RateType.BiMiddle) is { Succeeded: true } middle
            ? ExchangeDifference.Between(new Money(paid.Rupiah, RupiahCurrency), middle.Value.Money)
            : null;

    private async Task<PaidSum> PaidAsync(WithdrawalApplication application, Financing financing, CancellationToken cancellation)
    {
        var sum = await db.Disbursements.Where(d => d.ApplicationId == application.Id).GroupBy(d => d.ApplicationId)
            .Select(g => new { Paid = g.Sum(d => d.Paid), Charged = g.Sum(d => d.Charged), Rupiah = g.Sum(d => d.Rupiah) }).FirstOrDefaultAsync(cancellation);
        return new PaidSum(
            new Money(sum?.Paid ?? 0, application.Currency), new Money(sum?.Charged ?? 0, financing.Currency), new Money(sum?.Rupiah ?? 0, RupiahCurrency));
    }
}
