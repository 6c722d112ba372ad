using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.Money;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Projects;

namespace ProjectCycle.Features.Demo.Cases;

/// <summary>What agreements pay for Jambi's cases. Amounts and currencies are the sources'; everything else is made up and says so.</summary>
internal static class FinancingSamples
{
    /// <summary>Effective since long, its closing moved once.</summary>
    public static FinancingSample Landfill { get; } = new()
    {
        Agreement = DemoPartners.KfwLoan,
        Terms = new()
        {
            Kind = FinancingKind.OnGranting,
            CurrencyCode = "EUR",
            Amount = 13_400_000m,
            Lender = "KfW",
            Borrower = "Pemerintah Republik Indonesia (contoh)",
            ExecutingAgency = "Kementerian Pekerjaan Umum (contoh)",
            ImplementingAgency = "Dinas Lingkungan Hidup Kota Jambi (contoh)",
            ClaimWindowDays = 120,
            MinimumApplication = 50_000m,
            SoeCeiling = 50_000m,
            SoeCurrencyCode = "EUR",
            LoanCode = "contoh",
            RegisterNumber = "contoh",
            BlueBook = "DRPLN-JM (contoh)",
            GreenBook = "DRPPLN (contoh)",
        },
        Days = (-690, -640, 400, 765),
        Categories =
        [
            ("1", "Pekerjaan sipil", 9_500_000m, 80, TaxBasis.Net),
            ("2", "Peralatan", 1_400_000m, 100, TaxBasis.Net),
            ("3", "Jasa konsultan", 1_500_000m, 100, TaxBasis.Net),
            ("4", "Pelatihan dan biaya operasional", 500_000m, 70, TaxBasis.Gross),
        ],
        Reallocations = [(-200, "3", "2", 250_000m), (-150, null, "1", 300_000m)],
        Counterpart =
        [
            (-1, CounterpartKind.CashApbd, 6_000_000_000m, 6_000_000_000m, 5_600_000_000m),
            (0, CounterpartKind.CashApbd, 9_000_000_000m, 7_500_000_000m, 4_100_000_000m),
            (0, CounterpartKind.InKind, 1_200_000_000m, 0, 1_200_000_000m),
            (1, CounterpartKind.CashApbd, 9_000_000_000m, 0, 0),
        ],
        Covenants =
        [
            ("Pasal 3.1", "pendapat hukum atas keberlakuan perjanjian diserahkan.", CovenantKind.Effectiveness, -650, -648, Role.Reviewer),
            ("Pasal 6.2", "laporan keuangan teraudit diserahkan enam bulan setelah akhir tahun.", CovenantKind.Audit, 38, null, Role.Finance),
            ("Pasal 7.1", "rencana pengelolaan lingkungan dijalankan selama konstruksi.", CovenantKind.Safeguards, null, null, Role.Manager),
        ],
        Plans =
        [
            (ProjectionKind.Disbursement, [(-640, 0), (-450, 900_000m), (-270, 2_800_000m), (-90, 5_400_000m), (90, 8_600_000m), (250, 11_800_000m), (400, 13_400_000m)]),
            (ProjectionKind.Disbursement, [(-640, 0), (-270, 600_000m), (-90, 1_900_000m), (90, 4_200_000m), (270, 7_400_000m), (450, 10_300_000m), (620, 12_500_000m), (765, 13_400_000m)]),
            (ProjectionKind.ContractAward, [(-640, 0), (-300, 1_500_000m), (-60, 9_500_000m), (120, 12_400_000m)]),
        ],
        Own = (Light.ForAttention, "lelang sel sanitari tertunda, tetapi jadwal KfW masih dapat dikejar."),
    };

    /// <summary>Still negotiated: nothing is signed, so no clock runs.</summary>
    public static FinancingSample Wastewater { get; } = new()
    {
        Agreement = DemoPartners.AdbLoan,
        Terms = new()
        {
            Kind = FinancingKind.Loan,
            CurrencyCode = "IDR",
            Amount = 625_000_000_000m,
            Lender = "ADB",
            Borrower = "Pemerintah Republik Indonesia (contoh)",
            ExecutingAgency = "Kementerian Pekerjaan Umum (contoh)",
            ImplementingAgency = "Dinas Pekerjaan Umum Kota Jambi (contoh)",
        },
        Categories =
        [
            ("1A", "Instalasi pengolahan", 330_000_000_000m, 85, TaxBasis.Net),
            ("1B", "Jaringan perpipaan", 210_000_000_000m, 85, TaxBasis.Net),
            ("2", "Jasa konsultan", 45_000_000_000m, 100, TaxBasis.Net),
        ],
        Counterpart =
        [
            (1, CounterpartKind.CashApbd, 10_250_000_000m, 0, 0),
            (2, CounterpartKind.CashApbd, 12_000_000_000m, 0, 0),
            (3, CounterpartKind.CashApbd, 9_000_000_000m, 0, 0),
        ],
        Covenants = [("Schedule 5", "unit pengelola air limbah dibentuk dengan keputusan Wali Kota.", CovenantKind.Institutional, 150, null, Role.Manager)],
    };

    /// <summary>A small grant in its first year, part of it cancelled.</summary>
    public static FinancingSample SlumUpgrading { get; } = new()
    {
        Agreement = DemoPartners.HabitatGrant,
        Terms = new()
        {
            Kind = FinancingKind.Grant,
            CurrencyCode = "USD",
            Amount = 98_950m,
            Lender = "UN-Habitat",
            Borrower = "Pemerintah Kota Jambi (contoh)",
            ImplementingAgency = "Dinas Perumahan dan Kawasan Permukiman Kota Jambi (contoh)",
        },
        Days = (-128, -120, 420, 420),
        Categories =
        [
            ("A", "Pekerjaan masyarakat", 60_000m, 100, TaxBasis.Gross),
            ("B", "Pendampingan dan pelatihan", 28_000m, 100, TaxBasis.Gross),
        ],
        Changes = [(-70, AmountChangeKind.Cancellation, 3_950m)],
        Counterpart = [(0, CounterpartKind.CashApbd, 150_000_000m, 150_000_000m, 130_000_000m)],
        Covenants = [("AoC 4", "laporan kemajuan tengah tahun dikirim.", CovenantKind.Reporting, 47, null, Role.Staff)],
        Plans =
        [
            (ProjectionKind.Disbursement, [(-120, 0), (-60, 10_000m), (30, 34_000m), (150, 61_000m), (300, 88_000m), (420, 95_000m)]),
            (ProjectionKind.ContractAward, [(-120, 0), (-60, 30_000m), (30, 55_000m), (150, 88_000m)]),
        ],
        Own = (Light.OnTrack, "pekerjaan masyarakat berjalan; penarikan pertama sedang diperiksa UN-Habitat."),
    };
}
