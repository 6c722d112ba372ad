using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Features.People;

namespace ProjectCycle.Features.Demo;

/// <summary>The offices of the demo.</summary>
internal static class DemoUnits
{
    public const string Jambi = "JMB";
    public const string Ntb = "NTB";
    public const string Lampung = "LPG";
    public const string BandarLampung = "BDL";
    public const string Bandung = "BDG";
    public const string WestSumatra = "SBR";
    public const string Bukittinggi = "BKT";
    public const string Medan = "MDN";
    public const string Bintan = "BTN";
    public const string Semarang = "SMG";
    public const string Surabaya = "SBY";
    public const string Yogyakarta = "DIY";
    public const string Jember = "JMR";
    public const string Jakarta = "JKT";
    public const string Bali = "BALI";

    /// <summary>The units in which the demo's people work.</summary>
    public static IReadOnlyList<string> Staffed { get; } = [Jambi, Ntb, BandarLampung];

    public static IReadOnlyList<UnitInput> All { get; } =
    [
        Unit(Jambi, "PMU Kota Jambi", "15.71"),
        Unit(Ntb, "PMU Provinsi Nusa Tenggara Barat", "52", IndonesianZone.Wita),
        Unit(Lampung, "PMU Provinsi Lampung", "18"),
        Unit(BandarLampung, "PMU Kota Bandar Lampung", "18.71"),
        Unit(Bandung, "PMU Kota Bandung", "32.73"),
        Unit(WestSumatra, "PMU Provinsi Sumatera Barat", "13"),
        Unit(Bukittinggi, "PMU Kota Bukittinggi", "13.75"),
        Unit(Medan, "PMU Kota Medan", "12.71"),
        Unit(Bintan, "PMU Kabupaten Bintan", "21.01"),
        Unit(Semarang, "PMU Kota Semarang", "33.74"),
        Unit(Surabaya, "PMU Kota Surabaya", "35.78"),
        Unit(Yogyakarta, "PMU Daerah Istimewa Yogyakarta", "34"),
        Unit(Jember, "PMU Kabupaten Jember", "35.09"),
        Unit(Jakarta, "PMU Provinsi DKI Jakarta", "31"),
        Unit(Bali, "PMU Provinsi Bali", "51", IndonesianZone.Wita),
    ];

    private static UnitInput Unit(string code, string name, string region, IndonesianZone zone = IndonesianZone.Wib) =>
        new() { Code = code, Name = name, RegionCode = region, Zone = zone };
}
