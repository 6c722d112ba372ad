using ProjectCycle.Domain.Money;
using ProjectCycle.Features.Ledger.Advance;

namespace ProjectCycle.Features.Tests.Ledger;

public sealed class StatementSheetTests
{
    private static readonly Currency Rupiah = Currencies.All["IDR"];

    [Fact]
    public void Read_OfABanksFile_FindsTheTableAndTheSigns()
    {
        var sheet = StatementSheet.Read(
            """
            PT BANK CONTOH;REKENING KORAN
            Periode;01/03/2026 - 31/03/2026

            Tanggal;Uraian;No. Referensi;Debet;Kredit;Saldo
            01/03/2026;Setoran donor;A-1;;1.000.000,50;1.000.000,50
            2/3/2026;"Bayar; termin 1";A-2;250.000,25;;750.000,25
            """,
            Rupiah, '.');

        Assert.Empty(sheet.Faults);
        Assert.Equal(
            [(new DateOnly(2026, 3, 1), "Setoran donor", "A-1", 1_000_000_50L, 1_000_000_50L), (new DateOnly(2026, 3, 2), "Bayar; termin 1", "A-2", -250_000_25L, 750_000_25L)],
            sheet.Entries.Select(e => (e.On, e.Description, e.Reference, e.Amount, e.Balance!.Value)));
    }

    [Theory]
    [InlineData("1.250.000,00", '.', 1_250_000_00)]
    [InlineData("1,250,000.00", ',', 1_250_000_00)]
    [InlineData("(1,250.00)", ',', -1_250_00)]
    [InlineData("1.250,00 DB", '.', -1_250_00)]
    [InlineData("1.250,00CR", '.', 1_250_00)]
    [InlineData("-7.5", ',', -7_50)]
    [InlineData("1.250.000", '.', 1_250_000_00)] // twice: it separates thousands
    [InlineData("1.250", ',', 1_250_00)] // cannot be told: the reader's language decides
    [InlineData("1,250", '.', 1_250_00)]
    public void Read_OfAnAmount_UnderstandsWhatBanksWrite(string amount, char decimalSign, long minorUnits)
    {
        var sheet = StatementSheet.Read($"Date\tDescription\tAmount\n2026-03-01\tPayment\t{amount}", Rupiah, decimalSign);

        Assert.Empty(sheet.Faults);
        Assert.Equal(minorUnits, Assert.Single(sheet.Entries).Amount);
    }

    [Fact]
    public void Read_OfAStatementWithTheNewestFirst_TurnsIt()
    {
        var sheet = StatementSheet.Read("Date;Description;Amount;Balance\n2026-03-02;Out;-40.00;60.00\n2026-03-01;In;100.00;100.00", Rupiah, '.');

        Assert.Empty(sheet.Faults);
        Assert.Equal([100_00, -40_00], sheet.Entries.Select(e => e.Amount));
    }

    [Theory]
    [InlineData("", "statement-columns", 1)]
    [InlineData("Date;Text;Amount\n2026-03-01;In;1.00", "statement-columns", 1)]
    [InlineData("Date;Description;Amount", "statement-empty", 1)]
    [InlineData("Date;Description;Amount\n31/31/2026;In;1.00", "day-date", 2)]
    [InlineData("Date;Description;Amount\n2026-03-01;In;one", "statement-number", 2)]
    [InlineData("Date;Description;Amount\n2026-03-01;In;1.005,123", "statement-number", 2)]
    [InlineData("Date;Description;Amount\n2026-03-01;\"In;1.00", "statement-line", 2)]
    [InlineData("Date;Description;Debit;Credit\n2026-03-01;In;1.00;2.00", "statement-debit-credit", 2)]
    [InlineData("Date;Description;Debit;Credit\n2026-03-01;In;;", "statement-debit-credit", 2)]
    [InlineData("Date;Description;Debit;Credit\n2026-03-01;In;-1.00;", "statement-debit-credit", 2)]
    [InlineData("Date;Description;Amount;Balance\n2026-03-01;In;1.00;1.00\n2026-03-02;In;1.00;3.00", "statement-balance", 3)]
    [InlineData("Date;Description;Amount\n2026-03-01;In;1.00\n2026-03-05;In;1.00\n2026-03-03;In;1.00\n2026-03-09;In;1.00", "statement-order", 4)]
    public void Read_OfAFaultyStatement_SaysWhereAndWhat(string text, string code, int line)
    {
        var fault = StatementSheet.Read(text, Rupiah, '.').Faults[0];

        Assert.Equal((code, line), (fault.Problem.Code, fault.Line));
    }

    [Fact]
    public void Read_OfMoreLinesThanAnAccountHas_IsRefusedAtOnce()
    {
        var text = "Date;Description;Amount\n" + string.Concat(Enumerable.Repeat("2026-03-01;In;1.00\n", StatementSheet.MaxLines + 1));

        Assert.Equal("statement-too-long", Assert.Single(StatementSheet.Read(text, Rupiah, '.').Faults).Problem.Code);
    }
}
