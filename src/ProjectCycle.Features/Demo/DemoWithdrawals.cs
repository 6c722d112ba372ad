using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.Money;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Ledger.Advance;
using ProjectCycle.Features.Ledger.Contracts;
using ProjectCycle.Features.Ledger.Withdrawals;

namespace ProjectCycle.Features.Demo;

/// <summary>
/// Invoices, applications, payments and the advance account of the landfill, and a first application of the slum's upgrading: all made
/// up, all marked as samples, entered in one go from the books of the years before.
/// </summary>
internal sealed class DemoWithdrawals(
    AppDbContext db, DemoClock clock, SaveInvoice invoices, SaveWithdrawal applications, SaveWithdrawalLine lines, MoveWithdrawal moves, BookPayment payments,
    DisallowLine disallowing, SaveAdvanceAccount accounts, ImportStatement statements, SaveStatementLine statementLines, AdvanceReckoning reckoning, SaveReconciliation reconciliations)
{
    private const string Landfill = "JMB-TPA-TALANGGULO";
    private const string Slum = "JMB-KUMUH-UNHABITAT";

    private static readonly WithdrawalStep[] ToDonor = [WithdrawalStep.Check, WithdrawalStep.SignFirst, WithdrawalStep.SignSecond, WithdrawalStep.SubmitToDonor];

    private Action<Role> _be = _ => throw new InvalidOperationException("Nobody is there.");

    /// <summary>Enters all of it; a refusal is a mistake here and throws.</summary>
    /// <param name="be">Lets a person of a role go on: the second signature is another's.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task FillAsync(Action<Role> be, CancellationToken cancellation)
    {
        _be = be;
        var (equipment, services, training) = (await CategoryAsync(Landfill, "2", cancellation), await CategoryAsync(Landfill, "3", cancellation), await CategoryAsync(Landfill, "4", cancellation));
        var claimed = await InvoicesAsync(equipment, services, training, cancellation);
        await LandfillAsync(services, claimed, cancellation);
        await AccountAsync(services.FinancingId, cancellation);
        await SlumAsync(cancellation);
    }

    private async Task<Dictionary<string, Guid>> InvoicesAsync(ExpenditureCategory equipment, ExpenditureCategory services, ExpenditureCategory training, CancellationToken cancellation)
    {
        var made = new Dictionary<string, Guid>();
        foreach (var (number, category, currency, gross, tax, on, source, paid) in new (string, ExpenditureCategory, string, decimal, decimal, int, PaymentSource, int?)[]
        {
            ("ALAT-1", equipment, "EUR", 765_900, 75_900, -450, PaymentSource.Donor, -395),
            ("ALAT-2", equipment, "EUR", 532_800, 52_800, -170, PaymentSource.Donor, -120),
            ("KONS-1", services, "EUR", 140_000, 0, -480, PaymentSource.AdvanceAccount, -470),
            ("KONS-2", services, "EUR", 95_000, 0, -450, PaymentSource.AdvanceAccount, -440),
            ("KONS-3", services, "EUR", 120_000, 0, -140, PaymentSource.AdvanceAccount, -130),
            ("KONS-4", services, "EUR", 45_000, 0, -36, PaymentSource.AdvanceAccount, -26),
            ("KONS-5", services, "EUR", 210_000, 0, -45, PaymentSource.Unpaid, null),
            ("LATIH-1", training, "IDR", 1_900_000_000, 0, -270, PaymentSource.OwnFunds, -262),
            ("LATIH-2", training, "IDR", 420_000_000, 0, -30, PaymentSource.OwnFunds, -22),
        })
        {
            made[number] = Sound(await invoices.AddAsync(Landfill, new()
            {
                FinancingId = category.FinancingId,
                CategoryId = category.Id,
                Number = $"CONTOH/{number}",
                On = Day(on),
                Description = $"Contoh: {category.Name}",
                Payee = "PT Contoh Mitra",
                CountryCode = "ID",
                CurrencyCode = currency,
                Gross = gross,
                Tax = tax,
                PaidFrom = source,
                PaidOn = paid is { } day ? Day(day) : null,
                PaymentReference = paid is null ? "" : $"CONTOH-TRF/{number}",
            }, cancellation));
        }
        return made;
    }

    private async Task LandfillAsync(ExpenditureCategory services, Dictionary<string, Guid> invoice, CancellationToken cancellation)
    {
        var advance = await BeginAsync(services.FinancingId, Landfill, WithdrawalProcedure.Advance, -595, cancellation);
        Sound(await lines.AddAsync(Landfill, new() { FinancingId = services.FinancingId, ApplicationId = advance, CategoryId = services.Id, Amount = 300_000, Description = "Contoh: dana disposisi enam bulan" }, cancellation));
        await PaidAsync(advance, -590, -560, 17_020, "NOD-1", cancellation);

        var equipment = await ClaimAsync(services.FinancingId, WithdrawalProcedure.DirectPayment, -430, [(invoice["ALAT-1"], null)], cancellation);
        await PaidAsync(equipment, -428, -395, 17_210, "NOD-2", cancellation);

        var used = await ClaimAsync(services.FinancingId, WithdrawalProcedure.Liquidation, -335, [(invoice["KONS-1"], null), (invoice["KONS-2"], null)], cancellation);
        await PaidAsync(used, -330, -300, 17_340, "NOD-3", cancellation);

        var training = await ClaimAsync(services.FinancingId, WithdrawalProcedure.Reimbursement, -245, [(invoice["LATIH-1"], 17_100)], cancellation);
        await ToDonorAsync(training, -240, cancellation);
        var line = await db.WithdrawalLines.Where(l => l.ApplicationId == training).Select(l => l.Id).SingleAsync(cancellation);
        Sound(await disallowing.HandleAsync(
            line, new() { Amount = 5_000, Reason = IneligibleReason.TaxNotFinanced, Note = "Contoh: pajak tidak dibiayai" }, await VersionAsync(training, cancellation), cancellation));
        await SettleAsync(training, -215, -205, 17_480, "NOD-4", isClosed: false, cancellation);

        var more = await ClaimAsync(services.FinancingId, WithdrawalProcedure.DirectPayment, -155, [(invoice["ALAT-2"], null)], cancellation);
        await PaidAsync(more, -150, -120, 17_530, "NOD-5", cancellation);

        var asked = await ClaimAsync(services.FinancingId, WithdrawalProcedure.Liquidation, -65, [(invoice["KONS-3"], null)], cancellation);
        await ToDonorAsync(asked, -60, cancellation);
        await StepAsync(asked, WithdrawalStep.Query, -20, cancellation, note: "Contoh: lampirkan bukti transfer.");

        var waiting = await ClaimAsync(services.FinancingId, WithdrawalProcedure.DirectPayment, -32, [(invoice["KONS-5"], null)], cancellation);
        await ToDonorAsync(waiting, -30, cancellation);

        await ClaimAsync(services.FinancingId, WithdrawalProcedure.Reimbursement, -8, [(invoice["LATIH-2"], 17_600)], cancellation);
    }

    /// <summary>The disposition fund: its statement, a sheet that is closed and a draft of today.</summary>
    private async Task AccountAsync(Guid financing, CancellationToken cancellation)
    {
        var id = Sound(await accounts.AddAsync(Landfill, new()
        {
            FinancingId = financing,
            Kind = AdvanceAccountKind.Disposition,
            Bank = "Bank Contoh",
            Number = "000-CONTOH",
            Holder = "Dinas Lingkungan Hidup Kota Jambi (contoh)",
            Ceiling = 350_000,
        }, cancellation));
        Sound(await statements.ImportAsync(id, Statement(), 0, cancellation));
        var moved = await db.StatementLines.AsNoTracking().SingleAsync(l => l.AccountId == id && l.Kind == StatementLineKind.Unsorted, cancellation);
        Sound(await statementLines.ChangeAsync(moved.Id, new() { AccountId = id, Kind = StatementLineKind.SubAccount }, moved.Version, cancellation));

        var closed = await ReconciliationAsync(id, -290, cancellation);
        Sound(await reconciliations.ReconcileAsync(closed, 0, cancellation));
        await ReconciliationAsync(id, -6, cancellation);
    }

    private string Statement()
    {
        var text = new System.Text.StringBuilder("Tanggal;Uraian;Referensi;Debet;Kredit;Saldo\n");
        foreach (var (on, words, reference, amount, balance) in new (int, string, string, decimal, decimal)[]
        {
            (-558, "Contoh: dana disposisi dari KfW", "", 300_000m, 300_000m),
            (-470, "Contoh: bayar konsultan", "CONTOH-TRF/KONS-1", -140_000m, 160_000m),
            (-440, "Contoh: bayar konsultan", "CONTOH-TRF/KONS-2", -95_000m, 65_000m),
            (-380, "Contoh: biaya administrasi", "", -150m, 64_850m),
            (-299, "Contoh: pengisian kembali dari KfW", "", 235_000m, 299_850m),
            (-130, "Contoh: bayar konsultan", "CONTOH-TRF/KONS-3", -120_000m, 179_850m),
            (-90, "Contoh: bunga", "", 420m, 180_270m),
            (-26, "Contoh: bayar konsultan", "CONTOH-TRF/KONS-4", -45_000m, 135_270m),
            (-12, "Contoh: ke subrekening", "", -18_000m, 117_270m),
        })
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{Day(on).Iso()};{words};{reference};{(amount < 0 ? -amount : null):F2};{(amount > 0 ? amount : null):F2};{balance:F2}\n");
        }
        return text.ToString();
    }

    private async Task<Guid> ReconciliationAsync(Guid id, int day, CancellationToken cancellation)
    {
        var account = await db.AdvanceAccounts.AsNoTracking().SingleAsync(a => a.Id == id, cancellation);
        var figures = await reckoning.OnAsync(account, Day(day), cancellation);
        var paper = await db.Documents.Where(d => d.ProjectId == account.ProjectId).OrderBy(d => d.Id).Select(d => (Guid?)d.Id).FirstOrDefaultAsync(cancellation);
        return Sound(await reconciliations.AddAsync(Landfill, SaveReconciliation.From(account, Day(day), figures.Sheet) with { StatementId = paper }, cancellation));
    }

    private async Task SlumAsync(CancellationToken cancellation)
    {
        var category = await CategoryAsync(Slum, "A", cancellation);
        var paid = await db.Invoices.Where(i => i.FinancingId == category.FinancingId && i.Number == "CONTOH/INV/01").Select(i => i.Id).SingleAsync(cancellation);
        var application = await BeginAsync(category.FinancingId, Slum, WithdrawalProcedure.Reimbursement, -38, cancellation, currency: "USD");
        Sound(await lines.AddAsync(Slum, new() { FinancingId = category.FinancingId, ApplicationId = application, InvoiceId = paid, Description = "Contoh: termin pekerjaan" }, cancellation));
        await PaidAsync(application, -36, -24, 16_380, "NOD-1", cancellation, isClosed: false);
    }

    private async Task<Guid> ClaimAsync(
        Guid financing, WithdrawalProcedure procedure, int on, IReadOnlyList<(Guid Invoice, decimal? Rate)> claims, CancellationToken cancellation)
    {
        var application = await BeginAsync(financing, Landfill, procedure, on, cancellation);
        foreach (var (invoice, rate) in claims)
        {
            Sound(await lines.AddAsync(Landfill, new()
            {
                FinancingId = financing,
                ApplicationId = application,
                InvoiceId = invoice,
                Description = "Contoh",
                Rate = rate is { } quoted ? new() { Rate = quoted, IsInverse = true, Type = RateType.BankConversion, On = Day(on), Source = "Bank Contoh" } : new(),
            }, cancellation));
        }
        return application;
    }

    private async Task<Guid> BeginAsync(Guid financing, string project, WithdrawalProcedure procedure, int on, CancellationToken cancellation, string currency = "EUR") =>
        Sound(await applications.AddAsync(project, new()
        {
            FinancingId = financing,
            Procedure = procedure,
            On = Day(on),
            CurrencyCode = currency,
            Payee = "Penerima contoh",
            Bank = "Bank Contoh",
            Account = "000-CONTOH",
            Remarks = "Contoh; bukan permohonan sebenarnya.",
        }, cancellation));

    /// <summary>From a draft with lines until it is closed; or only until the notice is booked.</summary>
    private async Task PaidAsync(Guid application, int sent, int paid, decimal rate, string notice, CancellationToken cancellation, bool isClosed = true)
    {
        await ToDonorAsync(application, sent, cancellation);
        await SettleAsync(application, paid - 6, paid, rate, notice, isClosed, cancellation);
    }

    private async Task ToDonorAsync(Guid application, int on, CancellationToken cancellation)
    {
        foreach (var step in ToDonor)
            await StepAsync(application, step, on, cancellation);
    }

    private async Task SettleAsync(Guid application, int approved, int paid, decimal rate, string notice, bool isClosed, CancellationToken cancellation)
    {
        await StepAsync(application, WithdrawalStep.Approve, approved, cancellation);
        var found = await db.Withdrawals.AsNoTracking().SingleAsync(w => w.Id == application, cancellation);
        var sums = await db.WithdrawalLines.Where(l => l.ApplicationId == application).GroupBy(l => l.CategoryId)
            .Select(g => new { g.Key, Approved = g.Sum(l => l.Claimed - l.Disallowed) }).ToListAsync(cancellation);
        Sound(await payments.HandleAsync(
            application,
            new()
            {
                ValueDate = Day(paid),
                Parts = [.. sums.Select(sum => new PaymentPart { CategoryId = sum.Key, Paid = new Money(sum.Approved, found.Currency).Amount })],
                Rupiah = new() { Rate = rate, Type = RateType.BiMiddle, On = Day(paid), Source = "Contoh" },
                Source = notice,
            },
            found.Version,
            cancellation));
        await StepAsync(application, WithdrawalStep.BookNotice, paid + 9, cancellation, notice: $"{notice} (contoh)");
        if (!isClosed)
            return;
        await StepAsync(application, WithdrawalStep.Reconcile, paid + 12, cancellation);
        await StepAsync(application, WithdrawalStep.Close, paid + 15, cancellation);
    }

    private async Task StepAsync(Guid application, WithdrawalStep step, int on, CancellationToken cancellation, string note = "", string notice = "")
    {
        _be(step == WithdrawalStep.SignSecond ? Role.Manager : Role.Finance);
        Sound(await moves.HandleAsync(
            new() { ApplicationId = application, Step = step, Version = await VersionAsync(application, cancellation), On = Day(on), Note = note, NoticeNumber = notice }, cancellation));
        _be(Role.Finance);
    }

    private Task<int> VersionAsync(Guid application, CancellationToken cancellation) =>
        db.Withdrawals.AsNoTracking().Where(w => w.Id == application).Select(w => w.Version).SingleAsync(cancellation);

    private Task<ExpenditureCategory> CategoryAsync(string project, string code, CancellationToken cancellation) =>
        db.Categories.AsNoTracking().SingleAsync(c => c.Code == code && db.Projects.Any(p => p.Id == c.ProjectId && p.Code == project), cancellation);

    private DateOnly Day(int fromToday) => clock.Today.AddDays(fromToday);

    private static T Sound<T>(Outcome<T> outcome) => outcome.Value;
}
