using ProjectCycle.Features.People;

namespace ProjectCycle.Features.Tests.People;

public sealed class HolidayListTests
{
    [Theory]
    [InlineData("2026-03-19,Nyepi,national")]
    [InlineData("2026-03-19;Nyepi;Nasional")]
    [InlineData("19/03/2026\tNyepi\t")]
    [InlineData("\uFEFFTanggal,Nama,Jenis\r\n19/3/2026,Nyepi,Libur Nasional\r\n\r\n")]
    [InlineData("date;name\n\"2026-03-19\";\"Nyepi\";;")]
    public void Read_WhateverTheForm_FindsTheDay(string text)
    {
        var list = HolidayList.Read(text, isNational: true);

        Assert.Empty(list.Faults);
        var day = Assert.Single(list.Lines);
        Assert.Equal((new DateOnly(2026, 3, 19), "Nyepi", "national"), (day.Date, day.Name, day.Kind));
    }

    [Theory]
    [InlineData("2026-03-20,\"Cuti bersama, Nyepi \"\"Saka\"\"\",cuti bersama", "Cuti bersama, Nyepi \"Saka\"", "collective-leave")]
    [InlineData("2026-03-20;Nyepi, Saka 1948;collective-leave", "Nyepi, Saka 1948", "collective-leave")]
    [InlineData("2026-03-20,Pilkada,Pemilu", "Pilkada", "election")]
    public void Read_WhenANameHoldsASeparator_KeepsIt(string text, string name, string kind)
    {
        var day = Assert.Single(HolidayList.Read(text, isNational: true).Lines);

        Assert.Equal((name, kind), (day.Name, day.Kind));
    }

    [Fact]
    public void Read_OfAUnitsOwnDays_KnowsNoNationalKinds()
    {
        var list = HolidayList.Read("2026-05-28,HUT Kota Jambi\n2026-05-29,Nyepi,national", isNational: false);

        Assert.Equal("own", Assert.Single(list.Lines).Kind);
        Assert.Equal((2, "national", "day-kind"), Told(Assert.Single(list.Faults)));
    }

    [Fact]
    public void Read_WhenLinesAreWrong_TellsEveryFaultWithLineAndValue()
    {
        var list = HolidayList.Read(
            $"tanggal,nama,jenis\n30/02/2026,Nyepi\n03/19/2026,Nyepi\n2026-03-19\n2026-03-19,Nyepi,libur\n1899-01-01,,\n2026-03-20,\"Nyepi\n\n2026-04-01,Satu\n01/04/2026,Dua\n2026-04-02,a,national,more\n2026-04-03,{new string('x', 201)}",
            isNational: true);

        Assert.Equal(
            [
                (2, "30/02/2026", "day-date"),
                (3, "03/19/2026", "day-date"),
                (4, "2026-03-19", "day-columns"),
                (5, "libur", "day-kind"),
                (6, "1899-01-01", "date-out-of-range"),
                (6, "", "required"),
                (7, "2026-03-20,\"Nyepi", "day-columns"),
                (10, "2026-04-01", "day-twice"),
                (11, "2026-04-02,a,national,more", "day-columns"),
                (12, new string('x', 201), "too-long"),
            ],
            list.Faults.Select(Told));
        Assert.Equal(9, list.Faults.Single(fault => fault.Problem.Code == "day-twice").Problem.Args[0]);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\n")]
    [InlineData("date,name")]
    public void Read_WhenThereAreNoDays_SaysSo(string text) =>
        Assert.Equal("days-none", Assert.Single(HolidayList.Read(text, isNational: true).Faults).Problem.Code);

    [Fact]
    public void Read_WhenThereAreTooManyDays_SaysSoOnce() =>
        Assert.Equal("days-too-many", Assert.Single(HolidayList.Read(string.Join('\n', Enumerable.Repeat("x,y", HolidayList.MaxLines + 1)), isNational: true).Faults).Problem.Code);

    private static (int Line, string Value, string Code) Told(LineFault fault) => (fault.Line, fault.Value, fault.Problem.Code);
}
