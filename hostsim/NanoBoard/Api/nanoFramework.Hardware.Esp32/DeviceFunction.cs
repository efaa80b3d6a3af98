namespace nanoFramework.Hardware.Esp32;

/// <summary>Functions that can be given to pins.</summary>
public enum DeviceFunction
{
    /// <summary>Data of I2C bus 1.</summary>
    I2C1_DATA = 131328,

    /// <summary>Clock of I2C bus 1.</summary>
    I2C1_CLOCK = 131329,

    /// <summary>Data of I2C bus 2.</summary>
    I2C2_DATA = 131584,

    /// <summary>Clock of I2C bus 2.</summary>
    I2C2_CLOCK = 131585,

    /// <summary>Transmit of COM1 (the wire protocol).</summary>
    COM1_TX = 196864,

    /// <summary>Receive of COM1 (the wire protocol).</summary>
    COM1_RX = 196865,

    /// <summary>Transmit of COM2.</summary>
    COM2_TX = 197120,

    /// <summary>Receive of COM2.</summary>
    COM2_RX = 197121,

    /// <summary>Transmit of COM3.</summary>
    COM3_TX = 197376,

    /// <summary>Receive of COM3.</summary>
    COM3_RX = 197377,

    /// <summary>Data out of SPI bus 1.</summary>
    SPI1_MOSI = 65792,

    /// <summary>Data in of SPI bus 1.</summary>
    SPI1_MISO = 65793,

    /// <summary>Clock of SPI bus 1.</summary>
    SPI1_CLOCK = 65794,

    /// <summary>Data out of SPI bus 2.</summary>
    SPI2_MOSI = 66048,

    /// <summary>Data in of SPI bus 2.</summary>
    SPI2_MISO = 66049,

    /// <summary>Clock of SPI bus 2.</summary>
    SPI2_CLOCK = 66050,

    /// <summary>PWM output 1.</summary>
    PWM1 = 262400,

    /// <summary>PWM output 2.</summary>
    PWM2 = 262656,

    /// <summary>PWM output 3.</summary>
    PWM3 = 262912,

    /// <summary>PWM output 4.</summary>
    PWM4 = 263168,

    /// <summary>PWM output 5.</summary>
    PWM5 = 263424,

    /// <summary>PWM output 6.</summary>
    PWM6 = 263680,

    /// <summary>PWM output 7.</summary>
    PWM7 = 263936,

    /// <summary>PWM output 8.</summary>
    PWM8 = 264192,

    /// <summary>PWM output 9.</summary>
    PWM9 = 264448,

    /// <summary>PWM output 10.</summary>
    PWM10 = 264704,

    /// <summary>PWM output 11.</summary>
    PWM11 = 264960,

    /// <summary>PWM output 12.</summary>
    PWM12 = 265216,

    /// <summary>PWM output 13.</summary>
    PWM13 = 265472,

    /// <summary>PWM output 14.</summary>
    PWM14 = 265728,

    /// <summary>PWM output 15.</summary>
    PWM15 = 265984,

    /// <summary>PWM output 16.</summary>
    PWM16 = 266240,

    /// <summary>Request to send of COM1.</summary>
    COM1_RTS = 196866,

    /// <summary>Clear to send of COM1.</summary>
    COM1_CTS = 196867,

    /// <summary>Request to send of COM2.</summary>
    COM2_RTS = 197122,

    /// <summary>Clear to send of COM2.</summary>
    COM2_CTS = 197123,

    /// <summary>Request to send of COM3.</summary>
    COM3_RTS = 197378,

    /// <summary>Clear to send of COM3.</summary>
    COM3_CTS = 197379,

    /// <summary>Channel 0 of the converter: its pin can be asked for, not set.</summary>
    ADC1_CH0 = 327936,

    /// <summary>Channel 1 of the converter: its pin can be asked for, not set.</summary>
    ADC1_CH1 = 327937,

    /// <summary>Channel 2 of the converter: its pin can be asked for, not set.</summary>
    ADC1_CH2 = 327938,

    /// <summary>Channel 3 of the converter: its pin can be asked for, not set.</summary>
    ADC1_CH3 = 327939,

    /// <summary>Channel 4 of the converter: its pin can be asked for, not set.</summary>
    ADC1_CH4 = 327940,

    /// <summary>Channel 5 of the converter: its pin can be asked for, not set.</summary>
    ADC1_CH5 = 327941,

    /// <summary>Channel 6 of the converter: its pin can be asked for, not set.</summary>
    ADC1_CH6 = 327942,

    /// <summary>Channel 7 of the converter: its pin can be asked for, not set.</summary>
    ADC1_CH7 = 327943,

    /// <summary>Channel 8 of the converter: its pin can be asked for, not set.</summary>
    ADC1_CH8 = 327944,

    /// <summary>Channel 9 of the converter: its pin can be asked for, not set.</summary>
    ADC1_CH9 = 327945,

    /// <summary>Channel 10 of the converter: its pin can be asked for, not set.</summary>
    ADC1_CH10 = 327946,

    /// <summary>Channel 11 of the converter: its pin can be asked for, not set.</summary>
    ADC1_CH11 = 327947,

    /// <summary>Channel 12 of the converter: its pin can be asked for, not set.</summary>
    ADC1_CH12 = 327948,

    /// <summary>Channel 13 of the converter: its pin can be asked for, not set.</summary>
    ADC1_CH13 = 327949,

    /// <summary>Channel 14 of the converter: its pin can be asked for, not set.</summary>
    ADC1_CH14 = 327950,

    /// <summary>Channel 15 of the converter: its pin can be asked for, not set.</summary>
    ADC1_CH15 = 327951,

    /// <summary>Channel 16 of the converter: its pin can be asked for, not set.</summary>
    ADC1_CH16 = 327952,

    /// <summary>Channel 17 of the converter: its pin can be asked for, not set.</summary>
    ADC1_CH17 = 327953,

    /// <summary>Channel 18 of the converter: its pin can be asked for, not set.</summary>
    ADC1_CH18 = 327954,

    /// <summary>Channel 19 of the converter: its pin can be asked for, not set.</summary>
    ADC1_CH19 = 327955,
}
