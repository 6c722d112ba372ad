using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using ProjectCycle.Browser.Tests.Host;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.Money;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Ledger.Withdrawals;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;
using ProjectCycle.Features.Reports.Ledger;
using ProjectCycle.Testing;
using static Microsoft.Playwright.Assertions;

namespace ProjectCycle.Browser.Tests.Ledger;

/// <summary>
/// A month of a PMU's finance, from a contract to the books: what the pages show, what the workbooks hold and what is reckoned by hand
/// here agree to the cent. The months before are laid down: an agreement that pays, and an advance that came into the account.
/// </summary>
[Collection(BrowserCollection.Name)]
public sealed partial class MonthTests(BrowserFixture browser, DemoFixture demo)
{
    private const string Code = "JMB-BULAN-KEUANGAN";
    private const string AgreementNumber = "LN-BULAN-1";

    // The contractor bills 1.110.000.000 rupiah, of which 110.000.000 are tax that the donor does not pay. Of the other 1.000.000.000
    // it pays 80 %, 800.000.000, at 16.250 rupiah for a dollar: 49.230,769..., so 49.230,77 dollars.
    private const string WorksGross = "1.110.000.000";
    private const string WorksTax = "110.000.000";
    private const string WorksRate = "16.250";
    private const decimal WorksClaimed = 49_230.77m;

    // A training costs 12.345,60 dollars, of which the donor pays 80 %.
    private const string TrainingGross = "12.345,60";
    private const decimal TrainingClaimed = 9_876.48m;

    // 49.230,77 + 9.876,48, which are 963.448.175 rupiah at 16.300.
    private const decimal Claimed = 59_107.25m;
    private const string ClaimedShown = "59.107,25";
    private const string RupiahRate = "16.300";
    private const string RupiahShown = "963.448.175";

    // 100.000 came in advance; with what is paid now 159.107,25 of the agreement's 1.000.000, which are 15,9 %; 840.892,75 are left.
    private const decimal Advanced = 100_000m;
    private const decimal Disbursed = 159_107.25m;
    private const string DisbursedShown = "159.107,25";
    private const string UndisbursedShown = "840.892,75";

    // 100.000,00 - 49.230,77 - 9.876,48 - 25,00 + 59.107,25 + 12,34. With the charge and without the interest that is the advance.
    private const string BalanceShown = "99.987,34";

    private static readonly DateOnly Today = IndonesianZone.Wib.Today(TimeProvider.System);
    private static readonly DateOnly AdvancedOn = Day(-55);
    private static readonly DateOnly PaidOn = Day(-4);

    [BrowserFact]
    public async Task Month_OfTheFinanceOfficer_EndsWithTheSameSumsOnScreenInTheWorkbooksAndByHand()
    {
        var program = await demo.ProgramAsync();
        var financing = await LayDownTheMonthsBeforeAsync(program);
        await using var office = new Office(browser, program);
        var desk = new MoneyDesk(office, Code);

        await EnterContractAndInvoicesAsync(desk);
        var application = await DrawUpTheApplicationAsync(desk, financing);
        await SignByTwoAsync(desk, application);
        await SendAndAnswerAsync(desk, office, application, financing);
        await BookThePaymentAsync(desk, application);
        await ReconcileTheAccountAsync(desk, office, financing);
        await CloseAsync(desk, application);

        await SeeTheSumsOnScreenAsync(desk, office, financing);
        await SeeTheSumsInTheWorkbooksAsync(desk);
    }

    /// <summary>The staff enter a contract for works in rupiah and its first invoice, and a training that was paid in dollars.</summary>
    private static async Task EnterContractAndInvoicesAsync(MoneyDesk desk)
    {
        var page = await desk.OpenAsync(Role.Staff, "/contracts/new");
        var works = await MoneyDesk.ChoiceAsync(page, "CategoryId", "Pekerjaan");
        await desk.SaveAsync(
            Role.Staff, "/contracts/new",
            ("PackageNumber", "CW-01"), ("CategoryId", works), ("State", nameof(ContractState.Running)), ("Description", "Pembangunan saluran"),
            ("Method", nameof(ProcurementMethod.NationalBidding)), ("Review", nameof(ReviewType.Post)),
            ("BidOn", Day(-130).Iso()), ("AwardOn", Day(-100).Iso()), ("SignedOn", Day(-90).Iso()), ("StartsOn", Day(-80).Iso()), ("CompletionOn", Day(200).Iso()),
            ("Contractor", "PT Saluran Bersih"), ("Number", "602/11/SPK"), ("Amount", "4.000.000.000"), ("CurrencyCode", "IDR"), ("Percentage", "80"));

        page = await desk.OpenAsync(Role.Staff, "/invoices/new");
        var contract = await MoneyDesk.ChoiceAsync(page, "ContractId", "CW-01");
        var training = await MoneyDesk.ChoiceAsync(page, "CategoryId", "Pelatihan");
        await desk.SaveAsync(
            Role.Staff, "/invoices/new",
            ("ContractId", contract), ("CategoryId", works), ("Number", "INV-SALURAN-1"), ("On", Day(-30).Iso()), ("Description", "Termin pertama"),
            ("Gross", WorksGross), ("Tax", WorksTax), ("PaidFrom", nameof(PaymentSource.AdvanceAccount)), ("PaidOn", Day(-25).Iso()), ("PaymentReference", "TRF-1"));
        await desk.SaveAsync(
            Role.Staff, "/invoices/new",
            ("CategoryId", training), ("Number", "INV-LATIH-1"), ("On", Day(-28).Iso()), ("Description", "Pelatihan operator"), ("Payee", "Pusat Pelatihan"), ("CurrencyCode", "USD"),
            ("Gross", TrainingGross), ("PaidFrom", nameof(PaymentSource.AdvanceAccount)), ("PaidOn", Day(-24).Iso()), ("PaymentReference", "TRF-2"));
    }

    /// <summary>Finance accounts for both by statement of expenditure, in dollars: the rupiah at the rate of the bank, which is booked with the line.</summary>
    private static async Task<string> DrawUpTheApplicationAsync(MoneyDesk desk, Guid financing)
    {
        var page = await desk.SaveAsync(
            Role.Finance, "/withdrawals/new",
            ("FinancingId", $"{financing}"), ("Procedure", nameof(WithdrawalProcedure.Liquidation)), ("On", Day(-20).Iso()), ("CurrencyCode", "USD"),
            ("PeriodFrom", Day(-30).Iso()), ("PeriodUntil", Day(-24).Iso()));
        var application = $"/withdrawals/{Id().Match(page.Url).Value}";
        var line = $"{application}/lines/new";
        page = await desk.OpenAsync(Role.Finance, line);
        await desk.SaveAsync(
            Role.Finance, line,
            ("InvoiceId", await MoneyDesk.ChoiceAsync(page, "InvoiceId", "INV-SALURAN-1")), ("Rate_Rate", WorksRate), ("Rate_IsInverse", "true"),
            ("Rate_Type", nameof(RateType.BankConversion)), ("Rate_On", Day(-25).Iso()), ("Rate_Source", "Nota bank"), ("IsSoe", "true"));
        page = await desk.OpenAsync(Role.Finance, line);
        await desk.SaveAsync(Role.Finance, line, ("InvoiceId", await MoneyDesk.ChoiceAsync(page, "InvoiceId", "INV-LATIH-1")), ("IsSoe", "true"));

        page = await desk.OpenAsync(Role.Finance, application);
        var lines = page.Locator("table.withdrawal-lines");
        await Expect(lines.Locator("tbody tr").Filter(With("INV-SALURAN-1"))).ToContainTextAsync("49.230,77");
        await Expect(lines.Locator("tbody tr").Filter(With("INV-SALURAN-1"))).ToContainTextAsync(WorksRate);
        await Expect(lines.Locator("tbody tr").Filter(With("INV-LATIH-1"))).ToContainTextAsync("9.876,48");
        await Expect(lines.Locator("tfoot tr").Last).ToContainTextAsync(ClaimedShown);
        return application;
    }

    /// <summary>Finance checks and signs what it drew up; the second signature is another person's, whatever is sent.</summary>
    private static async Task SignByTwoAsync(MoneyDesk desk, string application)
    {
        await desk.StepAsync(Role.Finance, application, WithdrawalStep.Check, Day(-19));
        var page = await desk.StepAsync(Role.Finance, application, WithdrawalStep.SignFirst, Day(-19));
        await Expect(page.Locator($"#steps input[value={nameof(WithdrawalStep.SignSecond)}]")).ToHaveCountAsync(0);
        await Expect(page.Locator("#steps .closed-step button").First).ToBeDisabledAsync();
        await page.EvaluateAsync("""
            () => {
              const form = document.querySelector('#steps form').cloneNode(true);
              form.querySelector('[name="Step.Step"]').value = 'SignSecond';
              document.body.append(form);
              form.submit();
            }
            """);
        await Expect(page.Locator(".faults")).ToBeVisibleAsync();

        page = await desk.StepAsync(Role.Manager, application, WithdrawalStep.SignSecond, Day(-18));
        await Expect(page.Locator("dl.facts").Last).ToContainTextAsync("Kepala PMU (contoh)");
    }

    /// <summary>By way of the ministry to the donor, who asks something and is answered; the view over all projects waits with it.</summary>
    private static async Task SendAndAnswerAsync(MoneyDesk desk, Office office, string application, Guid financing)
    {
        await desk.StepAsync(Role.Finance, application, WithdrawalStep.SubmitToMinistry, Day(-17));
        await desk.StepAsync(Role.Finance, application, WithdrawalStep.SubmitToDonor, Day(-16));
        await desk.StepAsync(Role.Finance, application, WithdrawalStep.Query, Day(-12), "Mohon bukti transfer TRF-1.");

        var page = await office.AtAsync(Role.Manager);
        await page.GotoAsync($"/money/withdrawals?financing={financing}");
        var row = page.Locator(".withdrawal-rows tbody tr").Filter(With(ClaimedShown));
        await Expect(row).ToHaveCountAsync(1);
        await row.Locator("th a").ClickAsync();
        await Expect(page.Locator(".state-note")).ToContainTextAsync("Mohon bukti transfer TRF-1.");

        await desk.StepAsync(Role.Finance, application, WithdrawalStep.Answer, Day(-10), "Bukti transfer dikirim.");
        page = await desk.StepAsync(Role.Finance, application, WithdrawalStep.Approve, Day(-6));
        await Expect(page.Locator(".state-note")).ToHaveCountAsync(0);
    }

    /// <summary>What the donor paid, at its value date, and the notice that says so.</summary>
    private static async Task BookThePaymentAsync(MoneyDesk desk, string application)
    {
        var page = await desk.OpenAsync(Role.Finance, $"{application}/payment");
        await page.FillAsync("#Input_ValueDate", PaidOn.Iso());
        await page.FillAsync("[name='Input.Parts[0].Paid']", "49.230,77");
        await page.FillAsync("[name='Input.Parts[1].Paid']", "9.876,48");
        await page.FillAsync("#Input_Rupiah_Rate", RupiahRate);
        await page.SelectOptionAsync("#Input_Rupiah_Type", nameof(RateType.BiMiddle));
        await page.FillAsync("#Input_Rupiah_On", PaidOn.Iso());
        await page.ClickAsync(".form-actions button[type=submit]");
        await page.SeeDoneAsync();
        var sums = page.Locator("section[aria-labelledby=payments-title] tfoot");
        await Expect(sums).ToContainTextAsync(ClaimedShown);
        await Expect(sums).ToContainTextAsync(RupiahShown);

        page = await desk.StepAsync(Role.Finance, application, WithdrawalStep.BookNotice, Day(-2), notice: "NOD-7/CONTOH");
        await Expect(page.Locator("dl.facts").First).ToContainTextAsync("NOD-7/CONTOH");
    }

    /// <summary>The bank's statement explains itself, and nothing is left over.</summary>
    private static async Task ReconcileTheAccountAsync(MoneyDesk desk, Office office, Guid financing)
    {
        await office.AtAsync(Role.Staff);
        await AttachTheStatementAsync(office);
        var page = await desk.SaveAsync(
            Role.Finance, $"/advance/new?financing={financing}",
            ("Kind", nameof(AdvanceAccountKind.Designated)), ("Bank", "Bank Jambi"), ("Number", "700-1"), ("CurrencyCode", "USD"), ("Ceiling", "150.000"));
        await page.GotoAsync($"{desk.Address}/advance");
        await page.ClickAsync("table.list th a");
        await page.Locator("a[href$='/statement']").ClickAsync();
        await page.FillAsync("#Text", Statement());
        await page.ClickAsync(".form-actions button[type=submit]");
        await Expect(page.Locator("#result tbody tr")).ToHaveCountAsync(6);
        await page.ClickAsync("#result button[type=submit]");
        await page.SeeDoneAsync();
        await Expect(page.Locator(".reckoning tr").Filter(With(BalanceShown))).ToHaveCountAsync(1);

        await page.Locator("a[href*='/reconciliations/new']").ClickAsync();
        await Expect(page.Locator("#Input_BankBalance")).ToHaveValueAsync(BalanceShown);
        await page.SelectOptionAsync("#Input_StatementId", await MoneyDesk.ChoiceAsync(page, "StatementId", "Rekening koran"));
        await page.ClickAsync(".form-actions button.btn-primary");
        await page.SeeDoneAsync();
        await page.Locator("section[aria-labelledby=sheets-title] th a").ClickAsync();
        var gap = page.Locator(".reckoning tr").Last;
        await Expect(gap.Locator(".light-ok")).ToHaveTextAsync("0,00");
        await page.ClickAsync("form[action*='Reconcile'] button");
        await page.SeeDoneAsync();
    }

    private static async Task CloseAsync(MoneyDesk desk, string application)
    {
        await desk.StepAsync(Role.Finance, application, WithdrawalStep.Reconcile, Day(-1));
        var page = await desk.StepAsync(Role.Finance, application, WithdrawalStep.Close, Today);
        await Expect(page.Locator("#steps")).ToHaveCountAsync(0);
    }

    private static async Task SeeTheSumsOnScreenAsync(MoneyDesk desk, Office office, Guid financing)
    {
        var page = await desk.OpenAsync(Role.Manager);
        var row = page.Locator(".ledger-table tbody tr").Filter(With(AgreementNumber));
        await Expect(row).ToContainTextAsync("1.000.000,00");
        await Expect(row).ToContainTextAsync(DisbursedShown);
        await Expect(row).ToContainTextAsync(UndisbursedShown);
        await Expect(row).ToContainTextAsync("15,9");

        await page.GotoAsync($"/money/withdrawals?financing={financing}&show=all");
        await Expect(page.Locator(".withdrawal-rows tbody tr").Filter(With(ClaimedShown))).ToHaveCountAsync(1);
        var sums = page.Locator(".withdrawal-rows tfoot td.num");
        await Expect(sums).ToHaveTextAsync([DisbursedShown, DisbursedShown]);
        await (await office.AtAsync(Role.Manager)).GotoAsync($"/money?q={Code}");
        await Expect(page.Locator("main")).ToContainTextAsync(DisbursedShown);
    }

    private static async Task SeeTheSumsInTheWorkbooksAsync(MoneyDesk desk)
    {
        var books = await desk.WorkbooksAsync(Role.Finance, LedgerReports.Quarters, LedgerReports.Expenditure, LedgerReports.Categories);

        var quarters = books[0].Sheet("Per triwulan").Where(row => row.Text("A") == AgreementNumber && row.Number("I") != 0).ToLookup(row => row.Text("O"));
        Assert.Equal(PaidByQuarter(), quarters["Pinjaman"].ToDictionary(row => (row.Text("B"), row.Text("C")), row => row.Number("I")));
        Assert.Equal(PaidByQuarter(), quarters["Kategori"].GroupBy(row => (row.Text("B"), row.Text("C"))).ToDictionary(group => group.Key, group => group.Sum(row => row.Number("I"))));
        Assert.Equal(Disbursed, books[0].Sheet("Kurva").Last(row => row.Text("D") != "").Number("D"));

        var statement = books[1].Sheet("SOE").Where(row => row.Text("Z") == Code).ToList();
        Assert.Equal(
            [("INV-LATIH-1", 12_345.60m, TrainingClaimed), ("INV-SALURAN-1", 1_000_000_000m, WorksClaimed)],
            statement.Select(row => (row.Text("G").Split(',')[0], row.Number("M"), row.Number("Q"))).Order());
        Assert.Contains(books[1].Sheet("SOE"), row => row.Text("A").EndsWith(" USD", StringComparison.Ordinal) && row.Number("Q") == Claimed);

        var categories = books[2].Sheet("Per kategori").Where(row => row.Text("P") == Code && row.Text("A") != "").ToList();
        Assert.Equal([("1", Advanced + WorksClaimed), ("2", TrainingClaimed)], categories.Select(row => (row.Text("A"), row.Number("I"))));
    }

    /// <summary>The two payments in the quarters of the years in which they came; one quarter may hold both.</summary>
    private static Dictionary<(string Year, string Quarter), decimal> PaidByQuarter() =>
        new[] { (On: AdvancedOn, Amount: Advanced), (On: PaidOn, Amount: Claimed) }
            .GroupBy(paid => ($"{paid.On.Year}", $"TW{(paid.On.Month + 2) / 3}")).ToDictionary(quarter => quarter.Key, quarter => quarter.Sum(paid => paid.Amount));

    /// <summary>As a bank in Indonesia writes it.</summary>
    private static string Statement() => $"""
        Tanggal;Keterangan;Referensi;Debit;Kredit;Saldo
        {AdvancedOn.Iso()};Dana awal dari donor;;;100.000,00;100.000,00
        {Day(-25).Iso()};PT Saluran Bersih;TRF-1;49.230,77;;50.769,23
        {Day(-24).Iso()};Pusat Pelatihan;TRF-2;9.876,48;;40.892,75
        {Day(-20).Iso()};Biaya administrasi;;25,00;;40.867,75
        {PaidOn.Iso()};Pengisian kembali;;;59.107,25;99.975,00
        {Day(-3).Iso()};Bunga;;;12,34;99.987,34
        """;

    private static async Task AttachTheStatementAsync(Office office)
    {
        var page = await office.AtAsync(Role.Staff);
        await page.GotoAsync($"/projects/{Code}/documents");
        await page.SelectOptionAsync("#attach-kind", Features.Documents.AttachDocument.Other);
        await page.FillAsync("#attach-title", "Rekening koran");
        await page.SetInputFilesAsync("#attach-file", SampleFile.Pdf("rekening-koran.pdf"));
        await page.ClickAsync("#attach button[type=submit]");
        await page.SeeDoneAsync();
    }

    /// <summary>A project in implementation with a loan of a million dollars that pays 80 % of two categories, and the advance of 100.000.</summary>
    private static async Task<Guid> LayDownTheMonthsBeforeAsync(ServedProgram program)
    {
        var unit = await program.ReadAsync(db => db.Units.SingleAsync(u => u.Code == "JMB"));
        _ = (await AsAsync<RegisterProject, Outcome<string>>(program, Role.Staff, register => register.HandleAsync(
            Samples.Details(unit, Code), "worldbank-ipf", [.. StateCodes.Stages.TakeWhile(stage => stage != StateCodes.Evaluation).Select((stage, i) => new StageEntry(stage, Day(-600 + (90 * i))))], default))).Value;
        var financing = await program.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<AppDbContext>();
            var project = await db.Projects.SingleAsync(p => p.Code == Code);
            var partner = Samples.Partner("Bank Pembangunan Bulan");
            var agreement = Samples.Agreement(partner);
            agreement.Number = AgreementNumber;
            var loan = new Financing
            {
                ProjectId = project.Id,
                AgreementId = agreement.Id,
                Number = 1,
                Kind = FinancingKind.Loan,
                CurrencyCode = "USD",
                MinorUnits = 1_000_000_00,
                SignedOn = Day(-240),
                EffectiveOn = Day(-200),
                OriginalClosingOn = Day(800),
                ClosingOn = Day(800),
            };
            db.AddRange(
                partner, agreement, loan,
                new ExpenditureCategory { ProjectId = project.Id, FinancingId = loan.Id, Code = "1", Name = "Pekerjaan", MinorUnits = 800_000_00, Percentage = 0.8m, Basis = TaxBasis.Net },
                new ExpenditureCategory { ProjectId = project.Id, FinancingId = loan.Id, Code = "2", Name = "Pelatihan", MinorUnits = 200_000_00, Percentage = 0.8m, Basis = TaxBasis.Gross });
            await db.SaveChangesAsync();
            return loan.Id;
        });
        await AdvanceAsync(program, financing);
        return financing;
    }

    private static async Task AdvanceAsync(ServedProgram program, Guid financing)
    {
        var works = await program.ReadAsync(db => db.Categories.Where(c => c.FinancingId == financing && c.Code == "1").Select(c => c.Id).SingleAsync());
        var application = (await AsAsync<SaveWithdrawal, Outcome<Guid>>(program, Role.Finance, save => save.AddAsync(
            Code, new() { FinancingId = financing, Procedure = WithdrawalProcedure.Advance, On = Day(-70), CurrencyCode = "USD" }, default))).Value;
        _ = (await AsAsync<SaveWithdrawalLine, Outcome<Guid>>(program, Role.Finance, save => save.AddAsync(
            Code, new() { FinancingId = financing, ApplicationId = application, CategoryId = works, Amount = Advanced }, default))).Value;
        foreach (var (step, role) in new[]
        {
            (WithdrawalStep.Check, Role.Finance), (WithdrawalStep.SignFirst, Role.Finance), (WithdrawalStep.SignSecond, Role.Manager),
            (WithdrawalStep.SubmitToDonor, Role.Finance), (WithdrawalStep.Approve, Role.Finance),
        })
        {
            var version = await VersionAsync();
            _ = (await AsAsync<MoveWithdrawal, Outcome<WithdrawalState>>(program, role, move => move.HandleAsync(
                new() { ApplicationId = application, Step = step, Version = version, On = Day(-60) }, default))).Value;
        }
        var approved = await VersionAsync();
        _ = (await AsAsync<BookPayment, Outcome<WithdrawalState>>(program, Role.Finance, book => book.HandleAsync(
            application,
            new()
            {
                ValueDate = AdvancedOn,
                Parts = [new() { CategoryId = works, Paid = Advanced }],
                Rupiah = new() { Rate = 16_000, Type = RateType.BiMiddle, On = AdvancedOn, Source = "BI" },
            },
            approved,
            default))).Value;

        Task<int> VersionAsync() => program.ReadAsync(db => db.Withdrawals.Where(w => w.Id == application).Select(w => w.Version).SingleAsync());
    }

    private static Task<T> AsAsync<TService, T>(ServedProgram program, Role role, Func<TService, Task<T>> act)
        where TService : notnull => program.InScopeAsync(async services =>
        {
            var mail = Office.MailOf(role);
            var id = await services.GetRequiredService<AppDbContext>().Users.Where(u => u.Email == mail).Select(u => u.Id).SingleAsync();
            services.GetRequiredService<CurrentUser>().Become((await services.GetRequiredService<PersonReader>().FindAsync(id, default))!, "127.0.0.1");
            return await act(services.GetRequiredService<TService>());
        });

    private static LocatorFilterOptions With(string text) => new() { HasText = text };

    private static DateOnly Day(int fromToday) => Today.AddDays(fromToday);

    [GeneratedRegex("(?<=/withdrawals/)[0-9a-f-]{36}")]
    private static partial Regex Id();
}
