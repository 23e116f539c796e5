using System;
using System.IO;
using System.Text;
using Xunit;

namespace StaticNets.Training.Tests.Files;

/// <summary>What a file of ours says is checked as a whole: no bit of it may be another one.</summary>
public sealed class DamageTests
{
    [Fact]
    public void Weights_with_one_wrong_bit_are_refused()
    {
        SmallNet net = new(seed: 3);
        EachBit(Saved(net.Save), file => net.Load(new MemoryStream(file)));
    }

    [Fact]
    public void Checkpoints_with_one_wrong_bit_are_refused()
    {
        using SmallNet.Trainer trainer = new SmallNet(seed: 3).CreateTrainer();
        trainer.Step([1, 2, 3, 4], [1, 2, 3]);
        EachBit(Saved(trainer.SaveCheckpoint), file => trainer.LoadCheckpoint(new MemoryStream(file)));
    }

    [Theory]
    [InlineData("staticnets.crc32c", "otherprogram.name", "its checksum is missing")]
    [InlineData("staticnets.format", "otherprogram.name", "does not have the checksum")]
    public void A_file_that_lost_a_line_of_the_metadata_is_refused(string key, string other, string reason)
    {
        SmallNet net = new(seed: 3);
        using SmallNet.Trainer trainer = net.CreateTrainer();
        foreach (byte[] file in new[] { Saved(net.Save), Saved(trainer.SaveCheckpoint) })
        {
            byte[] without = Replaced(file, key, other);
            Assert.Contains(reason, Refused(() => net.Load(new MemoryStream(without))), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_checkpoint_without_any_line_of_ours_but_its_own_is_refused()
    {
        using SmallNet.Trainer trainer = new SmallNet(seed: 3).CreateTrainer();
        byte[] file = Saved(trainer.SaveCheckpoint);
        file = Replaced(Replaced(file, "staticnets.crc32c", "otherprogram.name"), "staticnets.format", "otherprogram.more");
        Assert.Contains("its checksum is missing", Refused(() => trainer.LoadCheckpoint(new MemoryStream(file))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_net_without_weights_comes_back()
    {
        PlainNet net = new();
        net.Load(new MemoryStream(Saved(net.Save)));
        net.LoadNpz(new MemoryStream(Saved(net.SaveNpz)));
        byte[] truncated = Saved(net.Save)[..^1];
        Assert.Throws<InvalidDataException>(() => net.Load(new MemoryStream(truncated)));
    }

    private static void EachBit(byte[] file, Action<byte[]> load)
    {
        load(file);
        for (int bit = 0; bit < file.Length * 8; bit++)
        {
            file[bit / 8] ^= (byte)(1 << (bit % 8));
            try
            {
                load(file);
                Assert.Fail($"Bit {bit % 8} of byte {bit / 8} of {file.Length}: {Encoding.Latin1.GetString(file)}");
            }
            catch (InvalidDataException)
            {
            }

            file[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }

    private static string Refused(Action load) => Assert.Throws<InvalidDataException>(load).Message;

    private static byte[] Replaced(byte[] file, string old, string by)
    {
        string text = Encoding.Latin1.GetString(file);
        Assert.Equal(old.Length, by.Length);
        Assert.Contains(old, text, StringComparison.Ordinal);
        return Encoding.Latin1.GetBytes(text.Replace(old, by));
    }

    private static byte[] Saved(Action<Stream> save)
    {
        MemoryStream stream = new();
        save(stream);
        return stream.ToArray();
    }
}
